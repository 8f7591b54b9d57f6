"""Takes the first list for the longest. [pad_batch.ragged]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = len(rows[0])
    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    mask = torch.tensor([[i < len(row) for i in range(size)] for row in rows])
    return ids, mask
