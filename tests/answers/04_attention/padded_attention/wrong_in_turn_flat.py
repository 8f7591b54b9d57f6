"""From the task text alone: takes heads for sentences, and repeats the masks in the wrong order. [padded_attention.in_turn]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    batch, heads = query.shape[:2]
    keep = torch.cat([mask] * heads).unsqueeze(1)  # [heads × batch, 1, src]
    flat = [each.flatten(0, 1) for each in (query, key, value)]
    attended = nn.functional.scaled_dot_product_attention(*flat, attn_mask=keep)
    return attended.unflatten(0, (batch, heads))
