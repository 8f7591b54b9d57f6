"""Simple English of our own making: short stories and single sentences.

In a story somebody finds, loses or wants something, or something is wrong where people live; there
is help, and an end (`story.py`, with the cast of `cast.toml` and the words of `tales.txt`). The
sentences are about every day (`sentences.txt`).
"""

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from itertools import islice, repeat
from random import Random

from nlplab.data.grammar import Grammar
from nlplab.data.stories.story import Draw, draw_story

SPLITS = ("train", "held_out")
TENSES = ("past", "present", "future")
SPAN = 6  # words in a row that a story never says twice


def stories(split: str, size: int, seed: int = 0) -> list[str]:
    """`size` stories of about ten sentences.

    No story of the split `held_out` begins like one of `train`, whatever the seeds. Raises
    ValueError for another split and for a negative size.

    >>> stories("train", 1_000)[0]
    """
    return _draw_texts(split, size, _draw_tidy_story, _opening, seed)


def sentences(split: str, size: int, seed: int = 0) -> list[str]:
    """`size` sentences as people say them: common ones come more than once.

    What is in the split `held_out` is never in `train`, whatever the seeds. Raises ValueError for
    another split and for a negative size.

    >>> sentences("train", 1_000)[0]
    """
    return _draw_texts(split, size, _draw_sentence, str, seed)


def _draw_texts(
    split: str, size: int, draw_one: Callable[[Draw], str], key: Callable[[str], str], seed: int
) -> list[str]:
    if split not in SPLITS:
        raise ValueError(f"split must be one of {', '.join(SPLITS)}, not {split!r}")
    if size < 0:
        raise ValueError(f"size must be 0 or more, not {size}")
    drawn = (draw_one(draw) for draw in repeat(Random(seed).random))
    return list(islice((text for text in drawn if _split(key(text)) == split), size))


def _draw_tidy_story(draw: Draw) -> str:
    while repeats(story := draw_story(draw), SPAN):
        pass
    return story


def _draw_sentence(draw: Draw) -> str:
    tense = TENSES[int(draw() * len(TENSES))]
    return _sentences().sentence("sentence", (tense,), draw)


def repeats(text: str, span: int) -> bool:
    """Whether some `span` words of `text` in a row come twice."""
    words = text.split()
    spans = [tuple(words[at : at + span]) for at in range(len(words) - span + 1)]
    return len(set(spans)) < len(spans)


def _opening(story: str) -> str:
    return story.partition(".")[0]


def _split(text: str) -> str:
    tenth = hashlib.sha256(text.encode()).digest()[0] % 10
    return "held_out" if tenth == 0 else "train"


@cache
def _sentences() -> Grammar:
    return Grammar((files(__package__) / "sentences.txt").read_text(encoding="utf-8"))
