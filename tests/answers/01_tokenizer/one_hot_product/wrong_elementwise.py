"""From the task text alone: multiplies place by place. [one_hot_product.elementwise]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.eye(len(weight))[ids]

    return one_hot, one_hot * weight
