"""Takes one place of padding for real. [pad_batch.mask_one_off]"""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = max(map(len, rows))

    ids = torch.tensor([row + [pad_id] * (size - len(row)) for row in rows])
    mask = torch.arange(size) <= torch.tensor([[len(row)] for row in rows])
    return ids, mask
