"""Sorts the ids. [one_hot_product.sorted]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.eye(len(weight))[sorted(ids)]
    return one_hot, one_hot @ weight
