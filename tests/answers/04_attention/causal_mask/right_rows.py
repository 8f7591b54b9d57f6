"""Writes the rows one by one."""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    rows = [[column <= row for column in range(size)] for row in range(size)]
    return torch.tensor(rows)
