"""Sets keys and values of padding to 0, which leaves padding a share. [padded_attention.zero_scores]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    real = mask[:, None, :, None]
    return nn.functional.scaled_dot_product_attention(query, key * real, value * real)
