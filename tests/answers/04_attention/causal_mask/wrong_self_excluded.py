"""Leaves the diagonal out. [causal_mask.self_excluded]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).tril(-1)
