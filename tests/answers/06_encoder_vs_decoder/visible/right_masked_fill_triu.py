"""Fills what lies after the diagonal and padding with False in place on a fresh tensor."""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    result = torch.ones(real.shape[0], size, size, dtype=torch.bool, device=real.device)
    result.masked_fill_(~real[:, None, :], False)
    if causal:
        later = torch.triu(torch.ones(size, size, device=real.device), diagonal=1).bool()
        result.masked_fill_(later, False)
    return result
