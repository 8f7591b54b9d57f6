"""Turns the rows upside down. [causal_mask.flipped]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).tril().flip(0)
