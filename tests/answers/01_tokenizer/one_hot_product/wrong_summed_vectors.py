"""Sums the one-hot vectors of all ids. [one_hot_product.one_vector]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.eye(len(weight))[ids].sum(0, keepdim=True).clamp(max=1)
    return one_hot, one_hot @ weight
