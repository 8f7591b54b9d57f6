"""From the task text alone: sets the diagonal alone. [causal_mask.itself_alone]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    mask = torch.zeros(size, size, dtype=torch.bool)
    return mask.fill_diagonal_(True)
