"""Fills a tensor of floats. [pad_batch.float_ids]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))
    ids = torch.full((len(rows), size), float(pad_id))
    mask = torch.zeros(len(rows), size, dtype=torch.bool)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = torch.tensor(row)
        mask[number, : len(row)] = True
    return ids, mask
