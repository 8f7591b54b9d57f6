"""Makes the mask from which ids are not zero. [pad_batch.mask_from_zero]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))
    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    mask = ids != 0
    return ids, mask
