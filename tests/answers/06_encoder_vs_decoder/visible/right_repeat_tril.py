"""Repeats the padding row for every query and calls tril on the batch itself."""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    keys = real.unsqueeze(1).repeat(1, size, 1)
    return torch.tril(keys) if causal else keys
