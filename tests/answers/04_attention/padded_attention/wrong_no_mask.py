"""Leaves the mask out, and every sentence sees its padding. [padded_attention.no_mask]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    return nn.functional.scaled_dot_product_attention(query, key, value)
