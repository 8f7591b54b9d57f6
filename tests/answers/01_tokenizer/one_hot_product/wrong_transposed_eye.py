"""From the task text alone: columns of the identity matrix. [one_hot_product.transposed]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.eye(len(weight))[:, ids]
    return one_hot, one_hot.T @ weight
