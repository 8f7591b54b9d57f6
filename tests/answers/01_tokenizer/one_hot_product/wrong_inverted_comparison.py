"""Compares with != instead of ==. [one_hot_product.inverted]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = (torch.tensor(ids)[:, None] != torch.arange(len(weight))).float()
    return one_hot, one_hot @ weight
