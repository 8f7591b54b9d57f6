"""Two new axes with unsqueeze, for the heads and for the queries."""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask.unsqueeze(1).unsqueeze(1)
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
