"""From the task text alone: returns a float mask of 1 and 0 instead of booleans. [visible.not_boolean]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = real[:, None, :].expand(-1, size, -1).float()
    if causal:
        allowed = allowed.tril()
    return allowed
