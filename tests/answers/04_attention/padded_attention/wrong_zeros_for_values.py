"""Sets the values of padding to 0; the shares that padding takes are lost. [padded_attention.share_lost]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    given = value * mask[:, None, :, None]
    return nn.functional.scaled_dot_product_attention(query, key, given)
