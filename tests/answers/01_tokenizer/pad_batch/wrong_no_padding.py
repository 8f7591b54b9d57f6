"""From the task text alone: makes a tensor of the lists as they are. [pad_batch.ragged]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    ids = torch.tensor(rows)
    return ids, ids != pad_id
