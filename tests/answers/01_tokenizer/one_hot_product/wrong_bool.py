"""From the task text alone: a matrix of booleans. [one_hot_product.one_hot_integer]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.tensor(ids)[:, None] == torch.arange(len(weight))
    return one_hot, one_hot.float() @ weight
