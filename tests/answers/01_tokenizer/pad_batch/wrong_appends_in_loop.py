"""Appends to each list until it is long enough. [pad_batch.changes_input]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    lengths = [len(row) for row in rows]
    for row in rows:
        while len(row) < size:
            row.append(pad_id)
    mask = [[i < length for i in range(size)] for length in lengths]
    return torch.tensor(rows), torch.tensor(mask)
