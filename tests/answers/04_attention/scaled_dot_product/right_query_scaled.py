"""Scales the query, fills with the smallest finite number and clears the weights afterwards."""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    mask = torch.ones(query.shape[-2], key.shape[-2], dtype=torch.bool, device=query.device) if mask is None else mask
    scores = torch.matmul(query * query.shape[-1] ** -0.5, key.mT)
    scores = torch.where(mask, scores, torch.finfo(scores.dtype).min)
    weights = torch.where(mask, torch.softmax(scores, dim=-1), 0.0)
    return torch.matmul(weights, value)
