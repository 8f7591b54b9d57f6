"""Turns rows into columns with zip_longest and back."""

@shaped
def pad_batch(
    rows: list[list[int]], pad_id: int = 0
) -> tuple[Int[Tensor, "batch token"], Bool[Tensor, "batch token"]]:
    from itertools import zip_longest

    columns = list(zip_longest(*rows))
    ids = [[pad_id if item is None else item for item in column] for column in columns]
    mask = [[item is not None for item in column] for column in columns]
    return torch.tensor(ids).T, torch.tensor(mask).T
