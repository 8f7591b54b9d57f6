"""Compares positions as a row with positions as a column."""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    place = torch.arange(size)
    return place.unsqueeze(0) <= place.unsqueeze(1)
