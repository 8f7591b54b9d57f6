"""Makes the mask of a batch that is padded with zeros. [pad_batch.mask_from_zero]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    zeros = torch.tensor([row + [0] * (size - len(row)) for row in rows])
    return ids, zeros.bool()
