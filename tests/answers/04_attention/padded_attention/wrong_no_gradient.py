"""Mends the mask and detaches the keys. [padded_attention.gradient_cut]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask[:, None, None]
    attend = nn.functional.scaled_dot_product_attention
    return attend(query, key.detach(), value, attn_mask=keep)
