"""Fills the front. [pad_batch.padded_left]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))
    ids = torch.tensor([[pad_id] * (size - len(row)) + row for row in rows])
    mask = torch.tensor([[True] * len(row) + [False] * (size - len(row)) for row in rows])
    return ids, mask
