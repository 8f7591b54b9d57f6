"""The mask holds 1.0 and 0.0. [pad_batch.mask_not_bool]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    mask = torch.zeros(len(rows), size)
    for number, row in enumerate(rows):
        mask[number, : len(row)] = 1
    return ids, mask
