"""Expands the real keys over the rows and multiplies in torch.tril."""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = real[:, None, :].expand(-1, size, -1)
    if causal:
        allowed = allowed & torch.ones(size, size, dtype=torch.bool, device=real.device).tril()
    return allowed
