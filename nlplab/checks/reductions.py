"""What is observed of a result instead of the whole of it, where the rest is legitimate style.

Applied in the student's kernel, to what the student's code gave; named where a case is written, as
in `look.call(encode, sentence, through="tokens")`.
"""

from collections.abc import Callable, Mapping
from typing import Any


def tokens(encoding: Any) -> Any:
    """The tokens of an encoding: the ids of a tokenizer trained anew differ from run to run."""
    return encoding.tokens


def unspaced(texts: Any) -> Any:
    """Texts, alone or in lists, without white space: how tokens are joined is free."""
    if isinstance(texts, str):
        return "".join(texts.split())
    return [*map(unspaced, texts)] if isinstance(texts, list | tuple) else texts


def labelled(frame: Any) -> Any:
    """A frame with the labels of its rows and columns, and None for what is missing."""
    if not hasattr(frame, "columns"):
        return frame
    cells = frame.astype(object).where(frame.notna(), None).to_numpy().tolist()
    return {"rows": frame.index.tolist(), "columns": frame.columns.tolist(), "cells": cells}


def sizes(rows: Any) -> Any:
    """How many items each row has."""
    return [len(row) for row in rows]


REDUCTIONS: Mapping[str, Callable[[Any], Any]] = {
    each.__name__: each for each in (tokens, unspaced, labelled, sizes)
}
