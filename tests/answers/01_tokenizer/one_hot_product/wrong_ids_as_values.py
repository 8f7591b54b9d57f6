"""Writes the id instead of one. [one_hot_product.ids_as_values]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), len(weight))
    for row, number in enumerate(ids):
        one_hot[row, number] = number
    return one_hot, one_hot @ weight
