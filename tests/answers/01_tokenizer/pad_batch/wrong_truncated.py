"""Cuts all to the shortest row. [pad_batch.truncated]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = min(map(len, rows))
    ids = torch.tensor([row[:size] for row in rows])
    mask = torch.ones_like(ids, dtype=torch.bool)
    return ids, mask
