"""Cuts it from a square of a fixed size. [causal_mask.fixed_size]"""
# MOST: 10 | 40 | 64

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(MOST, MOST, dtype=torch.bool).tril()[:size, :size]
