"""From the task text alone: leaves the last real id out of the mask. [pad_batch.mask_one_off]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    mask = torch.tensor([[i < len(row) - 1 for i in range(size)] for row in rows])
    return ids, mask
