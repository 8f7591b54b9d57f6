"""Takes exponentials as they are: large scores overflow. [scaled_dot_product.overflow]"""

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
        raised = raised * mask
    return raised @ value / raised.sum(-1, keepdim=True).clamp(min=1e-9)
