"""Fills with a number that is not low enough for scores that are lower, and erases what is left. [scaled_dot_product.not_low_enough]"""
# FILL: -10.0 | -100.0 | -1e3 | -1e4

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5

    if mask is None:
        return scores.softmax(-1) @ value
    return scores.masked_fill(~mask, FILL).softmax(-1).masked_fill(~mask, 0.0) @ value
