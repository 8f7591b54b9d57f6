"""Rows of token ids as batches without end, the same ones each time."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

import torch

Batch = dict[str, torch.Tensor]  # what a model is called with, `labels` among it
Row = dict[str, list[int]]

POOL = 64  # batches whose rows are sorted by length together, so that little is padded


def batches(
    rows: Sequence[Row], collate: Callable[[list[Row]], Batch], size: int, seed: int = 0
) -> Iterator[Batch]:
    """All rows in random order, rows of similar length together; then all in another order."""
    draw = Random(seed)
    while True:
        shuffled = draw.sample(rows, len(rows))
        for start in range(0, len(rows), size * POOL):
            pool = sorted(shuffled[start : start + size * POOL], key=_length)
            groups = [pool[at : at + size] for at in range(0, len(pool), size)]
            yield from (dict(collate(group)) for group in draw.sample(groups, len(groups)))


def _length(row: Row) -> int:
    return len(row["input_ids"])
