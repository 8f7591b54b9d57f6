"""Repeats and erases the upper triangle."""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = real[:, None, :].repeat(1, size, 1)
    if causal:
        allowed = allowed.tril()
    return allowed
