"""Inverts what lies above the diagonal."""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return ~torch.triu(torch.ones(size, size, dtype=torch.bool), diagonal=1)
