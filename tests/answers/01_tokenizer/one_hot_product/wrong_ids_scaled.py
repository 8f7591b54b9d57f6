"""Multiplies the one-hot rows by their ids. [one_hot_product.ids_as_values]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.eye(len(weight))[ids]

    one_hot = one_hot * torch.tensor(ids).unsqueeze(1)
    return one_hot, one_hot @ weight
