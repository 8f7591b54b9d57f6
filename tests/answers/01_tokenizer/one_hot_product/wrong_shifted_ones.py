"""The one stands one place further. [one_hot_product.off_by_one]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), len(weight))
    for place, number in enumerate(ids):
        one_hot[place, number - 1] = 1
    return one_hot, one_hot @ weight
