"""Takes a causal mask in place of the one of padding. [padded_attention.causal]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    return nn.functional.scaled_dot_product_attention(query, key, value, is_causal=True)
