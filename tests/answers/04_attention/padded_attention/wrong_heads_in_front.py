"""Puts the heads in front and never back. [padded_attention.axes_left_swapped]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask.unsqueeze(-2)
    turned = [each.transpose(0, 1) for each in (query, key, value)]  # [heads, batch, …]
    return nn.functional.scaled_dot_product_attention(*turned, attn_mask=keep)
