"""From the task text alone: returns ones and zeros as floats. [causal_mask.not_boolean]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size).tril()
