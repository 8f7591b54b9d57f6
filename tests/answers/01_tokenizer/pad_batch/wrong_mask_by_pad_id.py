"""From the task text alone: takes every place that holds pad_id for padding, a real token with that id too. [pad_batch.mask_from_ids]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    longest = max(len(row) for row in rows)
    ids = torch.tensor([row + [pad_id] * (longest - len(row)) for row in rows], dtype=torch.long)
    mask = ids != pad_id
    return ids, mask
