"""Compares numbers of places."""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    place = torch.arange(size, device=real.device)
    allowed = real.unsqueeze(1).expand(-1, size, -1).clone()
    if causal:
        allowed &= place.unsqueeze(0) <= place.unsqueeze(1)
    return allowed
