"""Lets the next token be seen. [causal_mask.one_too_far]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).tril(1)
