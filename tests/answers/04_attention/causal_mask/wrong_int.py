"""Returns whole numbers. [causal_mask.not_boolean]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.int).tril()
