"""Says that everything is real. [pad_batch.mask_all_true]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))
    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    mask = torch.ones_like(ids, dtype=torch.bool)
    return ids, mask
