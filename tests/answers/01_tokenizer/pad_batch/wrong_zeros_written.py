"""Starts from zeros and never uses pad_id. [pad_batch.pad_id_ignored]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    ids = torch.tensor([row + [0] * (size - len(row)) for row in rows])
    return ids, torch.tensor([[i < len(row) for i in range(size)] for row in rows])
