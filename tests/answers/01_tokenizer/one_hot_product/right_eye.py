"""Picks rows of the identity matrix."""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.eye(weight.shape[0])[ids]
    return one_hot, torch.einsum("tv,ve->te", one_hot, weight)
