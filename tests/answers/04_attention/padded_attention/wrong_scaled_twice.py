"""From the task text alone: scales the queries, which are scaled again. [padded_attention.scaled_twice]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask[:, None, None]
    query = query / query.shape[-1] ** 0.5
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
