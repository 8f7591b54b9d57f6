"""From the task text alone: torch.tensor of an empty row is a float tensor, and pad_sequence of a batch whose first row is empty becomes float. [pad_batch.float_ids]"""

from torch.nn.utils.rnn import pad_sequence


@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    ids = pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=pad_id)
    lengths = torch.tensor([len(row) for row in rows])
    mask = torch.arange(ids.shape[1])[None, :] < lengths[:, None]
    return ids, mask
