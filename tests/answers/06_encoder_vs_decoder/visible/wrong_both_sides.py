"""From the task text alone: also blanks the rows in which padding looks. [visible.padding_blind]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = real[:, :, None] & real[:, None, :]
    if causal:
        allowed = allowed.tril()
    return allowed
