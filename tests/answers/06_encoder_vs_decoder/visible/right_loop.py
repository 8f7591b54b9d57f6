"""Walks through all queries in a loop and copies the slice that each may see."""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    result = torch.zeros(real.shape[0], size, size, dtype=torch.bool, device=real.device)
    for looker in range(size):
        end = looker + 1 if causal else size
        result[:, looker, :end] = real[:, :end]
    return result
