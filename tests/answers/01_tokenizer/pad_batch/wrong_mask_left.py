"""From the task text alone: pads at the end and marks the end. [pad_batch.padded_left]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    mask = torch.tensor([[i >= size - len(row) for i in range(size)] for row in rows])
    return ids, mask
