"""From the task text alone: sorts the lists by length, the longest first. [pad_batch.sorted]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    rows = sorted(rows, key=len, reverse=True)
    size = len(rows[0])
    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows], dtype=torch.long)
    return ids, torch.tensor([[i < len(row) for i in range(size)] for row in rows])
