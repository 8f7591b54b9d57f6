"""From the task text alone: mends the mask, and joins the heads as well. [padded_attention.joined]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask[:, None, None]
    attended = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
    return attended.permute(0, 2, 1, 3).flatten(2)
