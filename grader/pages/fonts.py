"""The letters of a page as a font within it, for a machine that has none for Hangul.

It is cut from the font of the course, and holds only what the page uses.
"""

import base64
import io
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from nlplab.plots import FONT

FAMILY = "Hangul of this page"  # as page.css calls it
MOST_LETTERS = 700  # different ones; the largest of them take 95 kB
_HANGUL = re.compile("[\u3001-\u303f\u3131-\u318e가-힣]")
_RANGE = "U+1100-11FF, U+3001-303F, U+3131-318E, U+AC00-D7A3"  # the rest has a font of the reader's
_KEPT = {"name_IDs": [0, 13, 14], "layout_features": []}  # whose font it is, and its license


def face(text: str) -> str:
    """The `@font-face` rule for the Hangul in `text`, empty where it has none.

    Of more than MOST_LETTERS, which only a page made for that has, it holds the most frequent.
    """
    letters = Counter(_HANGUL.findall(unicodedata.normalize("NFC", text)))
    return _face(frozenset(letter for letter, _ in letters.most_common(MOST_LETTERS)))


@lru_cache(maxsize=256)  # pages of a class often have the same letters
def _face(letters: frozenset[str]) -> str:
    if not letters:
        return ""
    font = _cut(_common() if all(map(_is_common, letters)) else _whole(), letters, "woff")
    source = f"url(data:font/woff;base64,{base64.b64encode(font).decode()})"
    return f'@font-face {{ font-family: "{FAMILY}"; src: {source}; unicode-range: {_RANGE}; }}\n'


def _whole() -> bytes:
    return files("nlplab.fonts").joinpath(FONT).read_bytes()


@cache
def _common() -> bytes:
    """The letters that Korean is written with: to cut from them takes a third of the time."""
    syllables = map(chr, range(ord("가"), ord("힣") + 1))
    signs = map(chr, range(0x3001, 0x318F))
    return _cut(_whole(), frozenset(filter(_is_common, [*syllables, *signs])))


def _is_common(letter: str) -> bool:
    """Whether KS X 1001 has it, as 2,350 of the 11,172 syllables, or it ends a range in code."""
    return len(letter.encode("euc-kr", "ignore")) == 2 or letter == "힣"


def _cut(font: bytes, letters: frozenset[str], flavor: str | None = None) -> bytes:
    """A font with these letters alone, as far as `font` has them."""
    cut = TTFont(io.BytesIO(font), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    subsetter = Subsetter(Options(**_KEPT))
    subsetter.populate(text="".join(letters))
    subsetter.subset(cut)
    cut.flavor = flavor
    written = io.BytesIO()
    cut.save(written, reorderTables=None)
    return written.getvalue()
