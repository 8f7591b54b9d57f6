"""From the task text alone: returns True for what may not be seen. [causal_mask.inverted]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).triu(diagonal=1)
