"""From the task text alone: adds minus infinity where there is a real token. [padded_attention.inverted]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    added = torch.zeros_like(mask, dtype=query.dtype).masked_fill(mask, -torch.inf)
    keep = added[:, None, None]
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
