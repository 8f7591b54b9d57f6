"""Marks every id in every row. [one_hot_product.one_row_for_all]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), len(weight))
    one_hot[:, ids] = 1
    return one_hot, one_hot @ weight
