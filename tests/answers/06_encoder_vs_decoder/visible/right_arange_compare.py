"""Compares positions of query and key by arange instead of tril."""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    place = torch.arange(size, device=real.device)
    allowed = torch.ones(size, size, dtype=torch.bool, device=real.device)
    if causal:
        allowed = place[None, :] <= place[:, None]
    return allowed[None] & real.unsqueeze(1)
