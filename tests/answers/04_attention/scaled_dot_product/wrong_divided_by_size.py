"""Divides by d. [scaled_dot_product.divided_by_size]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.transpose(-2, -1) / query.shape[-1]
    if mask is None:
        return scores.softmax(-1) @ value
    return scores.masked_fill(~mask, -torch.inf).softmax(-1).masked_fill(~mask, 0.0) @ value
