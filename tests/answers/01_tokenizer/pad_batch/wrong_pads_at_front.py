"""From the task text alone: fills the front instead of the end. [pad_batch.padded_left]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    longest = max(len(row) for row in rows)
    ids = [[pad_id] * (longest - len(row)) + row for row in rows]
    mask = [[False] * (longest - len(row)) + [True] * len(row) for row in rows]
    return torch.tensor(ids, dtype=torch.long), torch.tensor(mask, dtype=torch.bool)
