"""Writes the rows at the end of their line. [pad_batch.padded_left]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    ids = torch.full((len(rows), size), pad_id)
    mask = torch.zeros(len(rows), size, dtype=torch.bool)
    for number, row in enumerate(rows):
        ids[number, size - len(row) :] = torch.tensor(row, dtype=torch.long)
        mask[number, size - len(row) :] = True
    return ids, mask
