"""From the task text alone: cuts it from a square of 128. [causal_mask.fixed_size]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    longest = torch.tril(torch.ones(128, 128)).bool()
    return longest[:size, :size]
