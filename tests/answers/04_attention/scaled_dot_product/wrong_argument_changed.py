"""Divides the queries in place. [scaled_dot_product.argument_changed]"""


@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    query /= query.shape[-1] ** 0.5
    scores = query @ key.transpose(-2, -1)
    if mask is None:
        return scores.softmax(-1) @ value
    return scores.masked_fill(~mask, -torch.inf).softmax(-1).nan_to_num() @ value
