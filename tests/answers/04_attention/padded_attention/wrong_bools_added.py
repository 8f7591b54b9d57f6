"""From the task text alone: makes numbers of the mask, which are then added to the scores. [padded_attention.added_ones]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    keep = mask[:, None, None].float()
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=keep)
