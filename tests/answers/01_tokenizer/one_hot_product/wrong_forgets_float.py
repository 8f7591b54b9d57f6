"""From the task text alone: multiplies integers by floats: crashes. [one_hot_product.one_hot_integer]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = nn.functional.one_hot(torch.tensor(ids), num_classes=weight.shape[0])
    product = one_hot @ weight
    return one_hot.float(), product.float()
