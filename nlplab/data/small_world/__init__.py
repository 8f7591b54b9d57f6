"""The small world: Korean sentences with their English, written by a grammar of our own.

A few people do a few things in a few places, so that a small model can learn it all; and yet there
are millions of sentences, with what makes translation hard: particles, tenses, negation,
agreement, and a word order that English turns round.

What is said is drawn first (`meaning.py`, with the words of `lexicon.toml`), then said in both
languages (`korean.py`, `english.py`).
"""

import hashlib
from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from nlplab.data.small_world.english import english
from nlplab.data.small_world.korean import korean
from nlplab.data.small_world.meaning import Draw, draw_sentence

if TYPE_CHECKING:
    import pandas

SPLITS = ("train", "held_out")
STAGES = (0, 1, 2, 3)
SHORT = 4  # words at most, in either language, of a sentence of stage 0
LESSONS = {0: 2_400, 1: 8_000, 2: 8_000, 3: 2_000}  # pairs of each stage to train on
REPEATED = 4  # times that a short one is among them: the world has few
VALIDATION, HELD_OUT = 25, 100  # of each stage
PATIENCE = 3_000  # draws in a row that bring nothing new before a stage counts as told


class Pair(NamedTuple):
    """A sentence in both languages, and its stage: 0 when it is short, else its clauses."""

    korean: str
    english: str
    stage: int


class Splits(NamedTuple):
    """Frames of pairs to train on, to choose by and to measure on, none of which is in another."""

    training: "pandas.DataFrame"
    validation: "pandas.DataFrame"
    held_out: "pandas.DataFrame"


def splits() -> Splits:
    """The pairs that every generation of the course's models is trained, chosen and measured on."""
    import pandas

    lessons = {stage: pairs("train", number, [stage]) for stage, number in LESSONS.items()}
    training = [*lessons.values(), *[lessons[0]] * (REPEATED - 1)]
    others = pairs("held_out", VALIDATION + HELD_OUT).groupby("stage")
    return Splits(
        pandas.concat(training, ignore_index=True), others.tail(VALIDATION), others.head(HELD_OUT)
    )


def pairs(
    split: str, per_stage: int, stages: Sequence[int] = STAGES, seed: int = 0
) -> "pandas.DataFrame":
    """`per_stage` different pairs of each stage: columns `korean`, `english` and `stage`.

    Stage 0 has sentences of 2 to 4 words, stages 1 to 3 longer ones of so many clauses. What is in
    the split `train` is never in `held_out`, in neither language, whatever the seeds.

    >>> pairs("train", 5_000).head()

    Raises ValueError for a split or a stage that does not exist, for a negative number, and where
    a stage has fewer pairs than that.
    """
    import pandas

    if split not in SPLITS:
        raise ValueError(f"split must be one of {', '.join(SPLITS)}, not {split!r}")
    if unknown := set(stages) - set(STAGES):
        raise ValueError(f"stages must be among {STAGES}, not {sorted(unknown)}")
    if per_stage < 0:
        raise ValueError(f"per_stage must be 0 or more, not {per_stage}")
    drawn = [pair for stage in stages for pair in _draw_pairs(split, per_stage, stage, seed)]
    return pandas.DataFrame(drawn, columns=Pair._fields)


def _draw_pairs(split: str, size: int, stage: int, seed: int) -> list[Pair]:
    draw = Random(len(STAGES) * seed + stage).random  # a stage is the same whatever others are told
    found: dict[Pair, None] = {}
    misses = 0
    while len(found) < size:
        pair = _draw_pair(max(stage, 1), draw)
        if pair.stage == stage and _split(pair) == split and pair not in found:
            found[pair], misses = None, 0
            continue
        misses += 1
        if misses > PATIENCE:
            found_few = f"only about {len(found):,} pairs, fewer than {size:,}"
            raise ValueError(f"stage {stage} of {split!r} has {found_few}; ask for fewer")
    return list(found)


def _draw_pair(clauses: int, draw: Draw) -> Pair:
    sentence = draw_sentence(clauses, draw)
    pair = Pair(korean(sentence), english(sentence), clauses)
    short = max(len(pair.korean.split()), len(pair.english.split())) <= SHORT
    return pair._replace(stage=0) if short else pair


def _split(pair: Pair) -> str:
    # By the English, which several Korean sentences may share (read is present and past).
    tenth = hashlib.sha256(pair.english.encode()).digest()[0] % 10
    return "held_out" if tenth == 0 else "train"
