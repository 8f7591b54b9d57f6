"""Returns minus infinities to be added. [causal_mask.not_boolean]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.full((size, size), -torch.inf).triu(1)
