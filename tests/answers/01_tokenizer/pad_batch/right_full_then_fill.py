"""From the task text alone: torch.full and torch.zeros, then writes each row into its slice."""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    longest = max(map(len, rows))
    ids = torch.full((len(rows), longest), pad_id, dtype=torch.int64)
    mask = torch.zeros(len(rows), longest, dtype=torch.bool)
    for i, row in enumerate(rows):
        for j, token_id in enumerate(row):
            ids[i, j] = token_id
            mask[i, j] = True
    return ids, mask
