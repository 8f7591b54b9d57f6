"""From the task text alone: the mask holds 1 and 0 as integers and not as bool. [pad_batch.mask_not_bool]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    longest = max(len(row) for row in rows)
    ids = [row + [pad_id] * (longest - len(row)) for row in rows]
    mask = [[1] * len(row) + [0] * (longest - len(row)) for row in rows]
    return torch.tensor(ids, dtype=torch.long), torch.tensor(mask)
