"""From the task text alone: opens empty rows of the caller's mask in place before the softmax. [check.value]"""

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
    empty = ~mask.any(-1)
    mask[empty] = True
    weights = scores.masked_fill(~mask, float("-inf")).softmax(-1)
    return weights.masked_fill(empty[:, None], 0.0) @ value
