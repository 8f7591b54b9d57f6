"""Multiplies a matrix of integers. [one_hot_product.one_hot_integer]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), len(weight), dtype=torch.long)
    one_hot[torch.arange(len(ids)), ids] = 1
    return one_hot, one_hot @ weight
