"""From the task text alone: keeps the upper triangle, so only what comes after is seen. [causal_mask.future_seen]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).triu()
