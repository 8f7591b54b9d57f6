"""From the task text alone: returns the ids and forgets the mask. [pad_batch.mask_forgotten]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    return torch.tensor([row + [pad_id] * (size - len(row)) for row in rows], dtype=torch.long)
