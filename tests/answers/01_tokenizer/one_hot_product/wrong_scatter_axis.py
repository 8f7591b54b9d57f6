"""From the task text alone: scatter_ along axis 0 writes the ones to the wrong places or out of bounds. [one_hot_product.axes_swapped]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), weight.shape[0], dtype=weight.dtype)
    one_hot.scatter_(0, torch.tensor(ids).unsqueeze(0), 1.0)
    return one_hot, one_hot @ weight
