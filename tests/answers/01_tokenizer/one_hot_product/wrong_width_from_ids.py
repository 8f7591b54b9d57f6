"""From the task text alone: as many columns as the largest id, plus one. [one_hot_product.one_hot_too_narrow]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), max(ids) + 1)
    for place, number in enumerate(ids):
        one_hot[place, number] = 1
    return one_hot, one_hot @ weight[: max(ids) + 1]
