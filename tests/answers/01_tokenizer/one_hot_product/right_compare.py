"""Compares each id with all numbers."""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = (torch.tensor(ids)[:, None] == torch.arange(len(weight))).float()
    return one_hot, torch.matmul(one_hot, weight)
