"""Adds axes for batch and heads. [causal_mask.extra_axis]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(1, 1, size, size, dtype=torch.bool).tril()
