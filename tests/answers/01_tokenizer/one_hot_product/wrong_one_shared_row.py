"""Sums the one-hot vectors and repeats the sum. [one_hot_product.one_row_for_all]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(weight))
    one_hot[ids] = 1
    one_hot = one_hot.expand(len(ids), -1)
    return one_hot, one_hot @ weight
