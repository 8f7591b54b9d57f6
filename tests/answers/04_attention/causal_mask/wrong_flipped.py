"""From the task text alone: gets the triangle on the wrong side by flipping the columns. [check.value]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).tril().flip(1)
