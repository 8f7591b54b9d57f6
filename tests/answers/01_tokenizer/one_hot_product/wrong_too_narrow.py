"""Lets one_hot guess the number of classes. [one_hot_product.one_hot_too_narrow]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = nn.functional.one_hot(torch.tensor(ids)).float()
    return one_hot, one_hot @ weight
