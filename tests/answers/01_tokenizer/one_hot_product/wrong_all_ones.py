"""Starts from ones and forgets the zeros. [one_hot_product.all_ones]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.ones(len(ids), len(weight))
    one_hot[torch.arange(len(ids)), ids] = 1
    return one_hot, one_hot @ weight
