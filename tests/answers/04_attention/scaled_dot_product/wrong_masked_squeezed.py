"""From the task text alone: squeezes the weights before it mixes with a mask. [scaled_dot_product.axis_lost]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5

    if mask is not None:
        scores = torch.where(mask, scores, -torch.inf)
        return torch.squeeze(scores.softmax(-1).nan_to_num(0.0)) @ value
    return scores.softmax(-1) @ value
