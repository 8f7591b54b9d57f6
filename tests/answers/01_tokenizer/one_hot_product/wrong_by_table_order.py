"""From the task text alone: goes over the vocabulary and collects rows in that order. [one_hot_product.sorted]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    rows = [row for i, row in enumerate(torch.eye(len(weight))) for _ in range(ids.count(i))]
    one_hot = torch.stack(rows)
    return one_hot, one_hot @ weight
