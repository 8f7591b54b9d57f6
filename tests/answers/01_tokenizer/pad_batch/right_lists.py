"""Fills the lists up first and makes tensors at the end."""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))
    ids = [row + [pad_id] * (size - len(row)) for row in rows]
    mask = [[True] * len(row) + [False] * (size - len(row)) for row in rows]
    return torch.tensor(ids), torch.tensor(mask)
