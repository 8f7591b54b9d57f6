"""From the task text alone: returns lists of lists. [pad_batch.not_tensors]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    ids = [row + [pad_id] * (size - len(row)) for row in rows]
    mask = [[i < len(row) for i in range(size)] for row in rows]
    return ids, mask
