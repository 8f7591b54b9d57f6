"""Compares places."""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    places = torch.arange(size)
    return places.unsqueeze(1) >= places.unsqueeze(0)
