"""Repeats the masks one after the other, so that heads get masks of other sentences. [padded_attention.in_turn]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    batch, heads = query.shape[:2]
    keep = mask.repeat(heads, 1).view(batch, heads, 1, -1)
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
