"""Adds zeros and minus infinities."""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.transpose(-2, -1) * query.shape[-1] ** -0.5
    if mask is None:
        return scores.softmax(-1) @ value
    added = torch.zeros(mask.shape).masked_fill(~mask, -torch.inf)
    return (scores + added).softmax(-1).nan_to_num() @ value
