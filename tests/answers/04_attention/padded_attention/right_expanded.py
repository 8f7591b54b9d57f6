"""Spreads the mask over every head and every query first."""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    batch, heads, tgt, _ = query.shape
    keep = mask[:, None, None, :].expand(batch, heads, tgt, -1)
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
