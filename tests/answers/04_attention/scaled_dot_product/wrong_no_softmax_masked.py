"""Leaves the softmax out and sets hidden cells to 0. [scaled_dot_product.no_softmax]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5

    if mask is not None:
        scores = scores.masked_fill(~mask, 0.0)
    return scores @ value
