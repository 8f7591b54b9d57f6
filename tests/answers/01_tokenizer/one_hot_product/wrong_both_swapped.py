"""Returns the product first. [one_hot_product.order_swapped]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.eye(len(weight))[ids]

    return torch.matmul(one_hot, weight), one_hot
