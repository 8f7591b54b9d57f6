"""From the task text alone: computes the formula and forgets the mask. [scaled_dot_product.mask_ignored]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    scores = torch.einsum("...td,...sd->...ts", query, key) * key.shape[-1] ** -0.5
    return torch.softmax(scores, dim=-1) @ value
