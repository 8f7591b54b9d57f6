"""Text in the form in which it is compared, in time that grows with its length alone."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal

MOST_MARKS = 30  # that follow one another, as Unicode's stream-safe texts have them


@lru_cache(maxsize=2_000)  # cells: a repair asks for the same again and again
def composed(text: str, form: Literal["NFC", "NFKC"] = "NFC") -> str:
    """`text` with its characters composed, but for marks that follow one another beyond all use.

    Unicode has these sorted, which takes time by the square of their number.
    """
    if text.isascii():
        return text
    parts = _heaps().split(text)
    if len(parts) == 1:
        return unicodedata.normalize(form, text)
    # Every other part is a heap of marks.
    return "".join(
        part if place % 2 else unicodedata.normalize(form, part) for place, part in enumerate(parts)
    )


@cache
def _heaps() -> re.Pattern[str]:
    marks = "".join(mark for mark in map(chr, range(0x300, 0x1F000)) if unicodedata.combining(mark))
    return re.compile(f"([{re.escape(marks)}]{{{MOST_MARKS + 1},}}+)")
