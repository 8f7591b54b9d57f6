"""Adds minus infinity to scores of padding."""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    batch, src = mask.shape
    added = torch.zeros(batch, 1, 1, src).masked_fill(~mask.view(batch, 1, 1, src), -torch.inf)
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=added)
