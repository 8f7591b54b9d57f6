"""Puts the axis of heads in front of that of sentences, where the line that was there is right."""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask.unsqueeze(-2)
    turned = [each.transpose(0, 1) for each in (query, key, value)]  # [heads, batch, …]
    attended = nn.functional.scaled_dot_product_attention(*turned, attn_mask=keep)
    return attended.transpose(0, 1)
