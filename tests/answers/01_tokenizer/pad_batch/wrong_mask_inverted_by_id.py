"""Marks what equals pad_id. [pad_batch.mask_inverted]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    return ids, ids == pad_id
