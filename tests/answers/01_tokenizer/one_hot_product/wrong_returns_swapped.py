"""From the task text alone: returns the product first and the one-hot matrix second. [one_hot_product.order_swapped]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.eye(weight.shape[0], dtype=weight.dtype)[ids]
    return one_hot @ weight, one_hot
