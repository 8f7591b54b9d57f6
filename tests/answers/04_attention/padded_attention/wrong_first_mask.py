"""Takes the mask of the first sentence for all. [padded_attention.first_mask]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask[0].expand(query.shape[2], -1)
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
