"""From the task text alone: marks the blocked places with True as the masks of some PyTorch functions do. [visible.inverted]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = real[:, None, :].expand(-1, size, -1)
    if causal:
        allowed = allowed.tril()
    return ~allowed
