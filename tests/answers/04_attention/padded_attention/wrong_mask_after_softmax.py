"""From the task text alone: masks the weights after the softmax. [padded_attention.share_lost]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    scores = torch.einsum("bhtd,bhsd->bhts", query, key) / query.shape[3] ** 0.5
    weights = scores.softmax(3) * mask[:, None, None]
    return torch.einsum("bhts,bhsd->bhtd", weights, value)
