"""Attends sentence by sentence, where the mask meets queries and tokens alone."""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    attend = nn.functional.scaled_dot_product_attention
    each = zip(query, key, value, mask, strict=True)
    return torch.stack([attend(asked, kept, given, real[None]) for asked, kept, given, real in each])
