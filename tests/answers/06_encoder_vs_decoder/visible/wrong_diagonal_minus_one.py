"""From the task text alone: leaves out the token itself in the causal mask. [visible.self_hidden]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = real[:, None, :].expand(-1, size, -1)
    if causal:
        allowed = allowed.tril(diagonal=-1)
    return allowed
