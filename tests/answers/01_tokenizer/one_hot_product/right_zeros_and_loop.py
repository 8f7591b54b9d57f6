"""From the task text alone: a matrix of zeros, a one written for each token in a loop, torch.matmul."""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    one_hot = torch.zeros(len(ids), weight.shape[0], dtype=weight.dtype, device=weight.device)
    for row, token_id in enumerate(ids):
        one_hot[row, token_id] = 1.0
    return one_hot, torch.matmul(one_hot, weight)
