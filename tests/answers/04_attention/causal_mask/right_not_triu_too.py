"""Builds what is forbidden with triu and negates it."""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return ~torch.triu(torch.ones(size, size), diagonal=1).bool()
