"""From the task text alone: puts the padding on the side that looks instead of the side looked at. [visible.axes_swapped]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = real[:, :, None].expand(-1, size, size)
    if causal:
        allowed = allowed.tril()
    return allowed
