"""From the task text alone: a single vector with a one for each id. [one_hot_product.one_vector]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(1, len(weight))
    for number in ids:
        one_hot[0, number] = 1
    return one_hot, one_hot @ weight
