"""Looks at places that are real in any sentence of the batch. [padded_attention.any_for_all]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask.any(0, keepdim=True)
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
