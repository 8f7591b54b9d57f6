"""From the task text alone: gets the triangle on the wrong side by flipping the columns. [causal_mask.flipped]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).tril().flip(1)
