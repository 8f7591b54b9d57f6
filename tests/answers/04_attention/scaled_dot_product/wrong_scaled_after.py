"""Divides after the softmax. [scaled_dot_product.scaled_after]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    weights = (query @ key.transpose(-2, -1)).softmax(-1)
    return weights / query.shape[-1] ** 0.5 @ value
