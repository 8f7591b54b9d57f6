"""Both are of half precision. [one_hot_product.half]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = nn.functional.one_hot(torch.tensor(ids), len(weight)).half()
    return one_hot, one_hot @ weight.half()
