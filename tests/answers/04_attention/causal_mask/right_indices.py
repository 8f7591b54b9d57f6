"""Sets the cells given by tril_indices to True."""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    mask = torch.zeros(size, size, dtype=torch.bool)
    row, column = torch.tril_indices(size, size)
    mask[row, column] = True
    return mask
