"""From the task text alone: multiplies the scores by the mask. [scaled_dot_product.zero_not_infinity]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5

    if mask is not None:
        scores = scores * mask
    return scores.softmax(-1) @ value
