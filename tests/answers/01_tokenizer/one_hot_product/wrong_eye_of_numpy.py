"""From the task text alone: numpy's eye is float64, so both results are float64. [one_hot_product.double]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    import numpy as np

    one_hot = torch.from_numpy(np.eye(weight.shape[0])[ids])
    return one_hot, one_hot @ weight.double()
