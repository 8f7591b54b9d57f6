"""From the task text alone: one_hot without num_classes is only as wide as the largest id. [one_hot_product.one_hot_too_narrow]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = nn.functional.one_hot(torch.tensor(ids)).float()
    return one_hot, one_hot @ weight[: one_hot.shape[1]]
