"""From the task text alone: lets a token see the next one too. [causal_mask.one_too_far]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).tril(diagonal=1)
