"""From the task text alone: pads to a fixed length. [pad_batch.fixed_length]"""
# SIZE: 8 | 10 | 16 | 32

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    size = SIZE
    ids = torch.tensor([row[:size] + [pad_id] * (size - len(row)) for row in rows])
    mask = torch.tensor([[i < len(row) for i in range(size)] for row in rows])
    return ids, mask
