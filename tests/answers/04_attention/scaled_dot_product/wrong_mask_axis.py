"""Makes room for steps as before. [scaled_dot_product.mask_axis]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5
    if mask is None:
        return scores.softmax(-1) @ value
    masked = ~mask.unsqueeze(-2)
    return scores.masked_fill(masked, -torch.inf).softmax(-1).masked_fill(masked, 0.0) @ value
