"""Only the product is float32. [one_hot_product.double]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = nn.functional.one_hot(torch.tensor(ids), len(weight)).double()
    return one_hot, one_hot.float() @ weight
