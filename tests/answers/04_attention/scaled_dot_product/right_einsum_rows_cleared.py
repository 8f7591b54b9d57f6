"""Works with einsum and clears the result of empty rows instead of the weights."""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = torch.einsum("...td,...sd->...ts", query, key) / torch.tensor(key.shape[-1]).sqrt()
    if mask is None:
        return torch.einsum("...ts,...sv->...tv", scores.softmax(-1), value)
    empty = ~mask.any(-1, keepdim=True)  # [tgt, 1]
    weights = scores.masked_fill(~(mask | empty), -torch.inf).softmax(-1)
    return torch.einsum("...ts,...sv->...tv", weights, value).masked_fill(empty, 0.0)
