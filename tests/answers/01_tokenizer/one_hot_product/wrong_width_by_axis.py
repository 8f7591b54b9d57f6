"""From the task text alone: takes weight.shape[1] for the size of the vocabulary. [one_hot_product.columns_from_embedding]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = nn.functional.one_hot(torch.tensor(ids), weight.shape[1]).float()
    return one_hot, one_hot @ weight
