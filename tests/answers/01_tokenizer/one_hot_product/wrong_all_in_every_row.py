"""From the task text alone: writes the ones of all ids into every row: a forgotten row index. [one_hot_product.one_row_for_all]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), weight.shape[0], dtype=weight.dtype)
    one_hot[:, ids] = 1.0
    return one_hot, one_hot @ weight
