"""From the task text alone: cut out of a mask of a fixed size, too small for a longer one. [causal_mask.fixed_size]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    longest = torch.ones(512, 512, dtype=torch.bool).tril()
    return longest[:size, :size]
