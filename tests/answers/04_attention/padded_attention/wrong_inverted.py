"""Mends the axes, but turns the mask around. [padded_attention.inverted]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = ~mask[:, None, None]
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
