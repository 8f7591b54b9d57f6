"""Marks what must not be seen. [causal_mask.inverted]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).triu(1)
