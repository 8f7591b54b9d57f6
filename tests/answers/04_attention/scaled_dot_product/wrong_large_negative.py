"""From the task text alone: fills with -1e9, so a row that may see nothing gets the mean of the values. [scaled_dot_product.equal_for_nothing]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5
    if mask is not None:
        scores = scores.masked_fill(~mask, -1e9)
    return scores.softmax(-1) @ value
