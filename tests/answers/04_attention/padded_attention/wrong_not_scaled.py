"""Writes it anew by hand and forgets to scale. [padded_attention.not_scaled]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    scores = torch.einsum("bhtd,bhsd->bhts", query, key)
    scores = torch.where(mask[:, None, None, :], scores, float("-inf"))
    return torch.einsum("bhts,bhsd->bhtd", scores.softmax(3), value)
