"""As many columns as a vector has numbers. [one_hot_product.columns_from_embedding]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), weight.shape[1])
    for place, number in enumerate(ids):
        one_hot[place, number] = 1
    return one_hot, one_hot @ weight
