"""A matrix [vocab, token]. [one_hot_product.transposed]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(weight), len(ids))
    for place, number in enumerate(ids):
        one_hot[number, place] = 1
    return one_hot, one_hot.T @ weight
