"""Pads with 1 where pad_id is not given. [pad_batch.pad_not_zero]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    pad_id = pad_id or 1
    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    return ids, torch.tensor([[i < len(row) for i in range(size)] for row in rows])
