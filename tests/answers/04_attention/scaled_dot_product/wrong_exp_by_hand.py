"""From the task text alone: writes the softmax by hand and does not think of large scores. [scaled_dot_product.overflow]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5

    raised = scores.exp()
    if mask is not None:
        raised = raised.masked_fill(~mask, 0.0)
    total = raised.sum(-1, keepdim=True)
    return torch.where(total > 0, raised / total.clamp(min=1e-30), 0.0) @ value
