"""From the task text alone: returns 0 and minus infinity to be added to scores. [causal_mask.not_boolean]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.full((size, size), float("-inf")).triu(diagonal=1)
