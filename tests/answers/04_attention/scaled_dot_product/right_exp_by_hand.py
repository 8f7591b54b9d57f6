"""Sums exponentials by hand and divides only at the end."""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.mT / query.shape[-1] ** 0.5
    seen = torch.ones_like(scores, dtype=torch.bool) if mask is None else mask.expand_as(scores)
    lowest = torch.finfo(scores.dtype).min
    top = scores.masked_fill(~seen, lowest).amax(-1, keepdim=True)
    raised = (scores - top).masked_fill(~seen, float("-inf")).exp()
    total = raised.sum(-1, keepdim=True)
    return (raised @ value) / total.masked_fill(total == 0, 1.0)
