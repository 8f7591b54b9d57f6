"""From the task text alone: torch.matmul of table and matrix. [one_hot_product.product_reversed]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.eye(len(weight))[ids]

    return one_hot, torch.matmul(weight, one_hot)
