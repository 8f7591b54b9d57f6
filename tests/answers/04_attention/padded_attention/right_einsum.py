"""Does the whole by hand with einsum and where."""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    scores = torch.einsum("bhtd,bhsd->bhts", query, key) / query.shape[3] ** 0.5
    scores = torch.where(mask[:, None, None, :], scores, float("-inf"))
    return torch.einsum("bhts,bhsd->bhtd", scores.softmax(3), value)
