"""From the task text alone: leaves out the diagonal, so a token does not see itself. [causal_mask.self_excluded]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    return torch.ones(size, size, dtype=torch.bool).tril(diagonal=-1)
