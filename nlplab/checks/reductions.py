"""What is observed of a result instead of the whole of it, where the rest is legitimate style.

Applied in the student's kernel, to what the student's code gave; named where a case is written, as
in `look.call(encode, sentence, through="tokens")`. What a reduction is not for it leaves as it is.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any


def tokens(encoding: Any) -> Any:
    """The tokens of an encoding: the ids of a tokenizer trained anew differ from run to run."""
    return getattr(encoding, "tokens", encoding)


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
    with suppress(TypeError):
        return [len(row) for row in rows]
    return rows


def sums(rows: Any) -> Any:
    """The sum along the last axis of a tensor: of a large mask how much each row sees."""
    return rows.sum(-1) if hasattr(rows, "sum") else rows


def digits(shares: Any) -> Any:
    """Floats, alone or in a dictionary, written in nine digits, where a task rules out rounding."""
    if isinstance(shares, dict):
        return {key: digits(share) for key, share in shares.items()}
    return f"{shares:.9g}" if isinstance(shares, float) else shares


def powers(numbers: Any) -> Any:
    """The powers of ten that the numbers of a tensor are, where all are next to 0."""
    return numbers.log10() if hasattr(numbers, "log10") else numbers


def first(results: Any) -> Any:
    """The first of several results, where another check looks at the others."""
    several = isinstance(results, list | tuple) and len(results) > 0
    return results[0] if several else results


def second(results: Any) -> Any:
    """The second of several results, where another check looks at the first."""
    several = isinstance(results, list | tuple) and len(results) > 1
    return results[1] if several else results


def dtypes(tensors: Any) -> Any:
    """The dtype of each of several tensors to the bit, where a task states it."""
    if not isinstance(tensors, list | tuple):
        return tensors
    return [str(getattr(tensor, "dtype", None)) for tensor in tensors]


REDUCTIONS: Mapping[str, Callable[[Any], Any]] = {
    each.__name__: each
    for each in (
        *(tokens, unspaced, labelled, sizes, sums),
        *(digits, powers, first, second, dtypes),
    )
}
