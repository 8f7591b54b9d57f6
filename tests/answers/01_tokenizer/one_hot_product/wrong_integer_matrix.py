"""From the task text alone: the product is of floats, but the one-hot matrix that is returned is of integers. [one_hot_product.one_hot_integer]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = nn.functional.one_hot(torch.tensor(ids), num_classes=weight.shape[0])
    return one_hot, one_hot.to(weight.dtype) @ weight
