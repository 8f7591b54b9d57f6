"""From the task text alone: spreads the mask over the queries, but not over the heads. [padded_attention.untouched]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask.unsqueeze(1).expand(-1, query.shape[2], -1)  # [batch, tgt, src]
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
