"""From the task text alone: fills up the given lists in place. [pad_batch.changes_input]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    longest = max(len(row) for row in rows)
    mask = []
    for row in rows:
        missing = longest - len(row)
        mask.append([True] * len(row) + [False] * missing)
        row += [pad_id] * missing
    return torch.tensor(rows, dtype=torch.long), torch.tensor(mask, dtype=torch.bool)
