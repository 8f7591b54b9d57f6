"""From the task text alone: lets a token see what comes after it rather than before. [visible.future_seen]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = real[:, None, :].expand(-1, size, -1)
    if causal:
        allowed = allowed.triu()
    return allowed
