"""Cases drawn over one table of edges: the same sizes, batches and ids for every exercise.

    def any_scores(look, luong_scores, *batch, start, **sizes):
        look.call(luong_scores, *scored(*batch, start=start, **sizes))

    SCORES = drawn(any_scores, "tgt", "src", "hidden", seed=4)

Each axis is 1 once while the others differ, without a batch, in a batch of one or a larger one
(or of two axes); then the first is longer than in most examples, and all are alike. What is right
is recorded of the solution.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from nlplab.checks.case import Case, Look

BATCHES: Sequence[tuple[int, ...]] = ((), (1,), (3,))
OF_ANY_AXES = (*BATCHES, (2, 3))  # for what is written for `*batch` and holds no recurrent layer
SMALL, LONG, ALIKE = range(2, 6), 9, 3


def drawn(
    attempt: Callable[..., None],
    *axes: str,
    seed: int,
    batches: Sequence[tuple[int, ...]] = BATCHES,
) -> tuple[Case, ...]:
    """Cases that make `attempt(look, student's object, *batch, start=…, **sizes of axes)`.

    `start` gives other numbers in every case (see `nlplab.check.numbers`).
    """
    draw = random.Random(seed)
    cases = []
    edges = [*({axis: 1} for axis in axes), {axes[0]: LONG}, dict.fromkeys(axes, ALIKE)]
    for number, edge in enumerate(edges, 1):
        sizes = dict(zip(axes, draw.sample(SMALL, len(axes)), strict=True)) | edge
        batch = batches[(seed + number) % len(batches)]
        cases.append(_case(attempt, number, batch, draw.randrange(1000, 9000), sizes))
    return tuple(cases)


def _case(
    attempt: Callable[..., None],
    number: int,
    batch: tuple[int, ...],
    start: int,
    sizes: Mapping[str, int],
) -> Case:
    def case(look: Look, given: Any) -> None:
        attempt(look, given, *batch, start=start, **sizes)

    case.__name__ = f"drawn_{number}"
    case.__doc__ = ", ".join(f"{axis} {size}" for axis, size in sizes.items())
    return case


def settled(look: Look, made: Any) -> Any:
    """A model of the student's class as it is after training: in evaluation mode."""
    return look.build(look.get(made, "eval"))


def parameter(look: Look, made: Any, shape: tuple[int, ...], *path: str) -> Tensor:
    """A parameter of a new model of the student's; zeros where it has none of this shape."""
    found = made
    for name in path:
        found = look.get(found, name)
    fits = isinstance(found, Tensor) and found.shape == shape
    return found.detach() if fits else torch.zeros(shape)


def ids(vocab: int, start: int, *shape: int) -> Tensor:
    """Ids below `vocab`: 0 and the last one are among the first, and some come twice."""
    count = torch.Size(shape).numel()
    draw = random.Random(start)
    found = [draw.randrange(vocab) for _ in range(count)]
    places = draw.sample(range(count), min(3, count))
    for place, id_ in zip(places, (0, vocab - 1, 0), strict=False):
        found[place] = id_
    return torch.tensor(found).reshape(shape)
