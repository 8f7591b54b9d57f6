"""From the task text alone: makes the matrix and the table double. [one_hot_product.double]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), len(weight), dtype=torch.float64)
    for row, number in enumerate(ids):
        one_hot[row, number] = 1
    return one_hot, one_hot @ weight.to(torch.float64)
