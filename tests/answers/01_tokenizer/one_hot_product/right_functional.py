"""Uses F.one_hot with the number of classes."""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = nn.functional.one_hot(torch.tensor(ids), num_classes=weight.shape[0]).float()
    return one_hot, one_hot @ weight
