"""Appends the padding to the lists it was given. [pad_batch.changes_input]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))
    mask = torch.tensor([[True] * len(row) + [False] * (size - len(row)) for row in rows])
    for row in rows:
        while len(row) < size:
            row.append(pad_id)
    return torch.tensor(rows), mask
