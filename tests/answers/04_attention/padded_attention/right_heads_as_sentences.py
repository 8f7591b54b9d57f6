"""Takes every head for a sentence of its own, with the mask of its sentence."""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    batch, heads = query.shape[:2]
    keep = mask.repeat_interleave(heads, dim=0).unsqueeze(1)  # [batch × heads, 1, src]
    flat = [each.flatten(0, 1) for each in (query, key, value)]
    attended = nn.functional.scaled_dot_product_attention(*flat, attn_mask=keep)
    return attended.unflatten(0, (batch, heads))
