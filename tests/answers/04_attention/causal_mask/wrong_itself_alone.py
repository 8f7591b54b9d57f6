"""Lets a token see itself alone. [causal_mask.itself_alone]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.eye(size, dtype=torch.bool)
