"""From the task text alone: adds an axis in front of all, where broadcasting adds one anyway. [padded_attention.untouched]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask.unsqueeze(-2).unsqueeze(0)
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
