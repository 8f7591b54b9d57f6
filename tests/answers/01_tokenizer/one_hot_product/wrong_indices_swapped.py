"""From the task text alone: writes the ones at [id, token]. [one_hot_product.axes_swapped]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), len(weight))
    for place, number in enumerate(ids):
        one_hot[number, place] = 1
    return one_hot, one_hot @ weight
