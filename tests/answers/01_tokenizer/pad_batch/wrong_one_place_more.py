"""Pads one place further than the longest list. [pad_batch.one_too_long]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows)) + 1
    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    mask = torch.tensor([[i < len(row) for i in range(size)] for row in rows])
    return ids, mask
