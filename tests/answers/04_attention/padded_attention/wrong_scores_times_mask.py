"""From the task text alone: multiplies the scores by the mask: padding scores 0, not minus infinity, and its values are mixed in. [padded_attention.zero_scores_mixed]"""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    scores = torch.einsum("bhtd,bhsd->bhts", query, key) / query.shape[3] ** 0.5
    weights = (scores * mask[:, None, None]).softmax(3)
    return torch.einsum("bhts,bhsd->bhtd", weights, value)
