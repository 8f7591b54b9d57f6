"""From the task text alone: takes ids to begin at 1. [one_hot_product.off_by_one]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.eye(len(weight))[[i - 1 for i in ids]]
    return one_hot, one_hot @ weight
