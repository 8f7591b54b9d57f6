"""From the task text alone: only the last 256 tokens are seen. [causal_mask.window]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    everything = torch.ones(size, size, dtype=torch.bool)
    return everything.tril().triu(diagonal=-255)
