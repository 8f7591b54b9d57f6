"""Cuts every sentence to as many tokens as the shortest has. [padded_attention.cut_to_shortest]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    size = int(mask.sum(1).min())
    key, value = key[:, :, :size], value[:, :, :size]
    return nn.functional.scaled_dot_product_attention(query, key, value)
