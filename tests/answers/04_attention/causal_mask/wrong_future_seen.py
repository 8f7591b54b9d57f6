"""Takes the upper triangle. [causal_mask.future_seen]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).triu()
