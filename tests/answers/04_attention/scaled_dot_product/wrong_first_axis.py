"""From the task text alone: takes the softmax over the first axis. [scaled_dot_product.wrong_axis]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5

    if mask is not None:
        scores = scores.masked_fill(~mask, -torch.inf)
    return scores.softmax(0).nan_to_num(0.0) @ value
