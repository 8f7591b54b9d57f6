"""From the task text alone: lets a token see itself and just the one before. [causal_mask.neighbours]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).tril().triu(diagonal=-1)
