"""The bundled corpus: Korean film reviews, written by a grammar whenever they are needed.

How reviewers speak stands in `phrases.txt`, what they speak about in `lexicon.txt`; here a review
gets its label, its register, and the slips of a hasty typist. Every film and person is invented.
"""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from random import Random
from typing import NamedTuple

from nlplab.data.grammar import Grammar

ROWS = 6_000
LABELS = {0: "bad", 1: "good"}
_REGISTERS = ("다", "다", "다", "어", "요", "요", "음", "음")
# Slips that are common in real reviews: ㅆ typed without shift, sounds that are spelt two ways.
_SLIPS = str.maketrans("었았했됐겠있왔갔봤녔꼈셨렸뻤", "엇앗햇됬겟잇왓갓봣녓꼇셧렷뻣")
_SHARE_WITH_SLIPS = 0.05
_SHARE_WITHOUT_SOME_SPACES = 0.14
_SHARE_WITHOUT_SPACES = 0.02


class Review(NamedTuple):
    """One review: `label` is 1 when its writer liked the film, 0 when not."""

    document: str
    label: int


def reviews(rows: int = ROWS, *, seed: int = 2019) -> list[Review]:
    """`rows` different reviews, every other one positive; the same ones on every machine.

    One in eight could be meant either way, one in six weighs both sides, one in thirteen is
    ironic; in each the label is what its writer meant. Raises ValueError when `rows` is negative.
    """
    if rows < 0:
        raise ValueError(f"rows must be 0 or more, got {rows}")
    # Random.random is the one method whose numbers Python promises to keep for a seed.
    draw = Random(seed).random
    found: dict[str, Review] = {}
    while len(found) < rows:
        label = len(found) % 2
        document = _write(label, draw)
        found.setdefault(document, Review(document, label))
    return list(found.values())


def _write(label: int, draw: Callable[[], float]) -> str:
    register = _REGISTERS[int(draw() * len(_REGISTERS))]
    text = _grammar().sentence("review", (LABELS[label], register), draw)
    if draw() < _SHARE_WITH_SLIPS:
        text = text.translate(_SLIPS)
    if draw() < _SHARE_WITHOUT_SOME_SPACES:
        text = "".join(" " if c == " " and draw() < 0.6 else c.strip() for c in text)
    elif draw() < _SHARE_WITHOUT_SPACES:
        text = text.replace(" ", "")
    return text


@cache
def _grammar() -> Grammar:
    names = ("lexicon.txt", "phrases.txt")
    return Grammar("\n".join((files(__package__) / name).read_text("utf-8") for name in names))
