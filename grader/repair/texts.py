"""What the text of a cell says, whatever an editor, a browser or a mail did to its characters."""

import ast
import re
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache

from rapidfuzz import fuzz

from grader.notebooks.characters import composed

LONGEST = 50_000  # characters that are looked into: Python's parser and likeness take time
REMEMBERED = 2_000  # cells: most are the same in a whole class
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u3000"), " ")
QUOTES = dict(zip(map(ord, "“”„‘’‚"), "\"\"\"'''", strict=True))
# Lines that Colab and Jupyter have beside Python, and that change nothing that a cell defines.
_BESIDE = re.compile(r"\s*+(#\s*+@(title|markdown|param)\b|%%(capture|time)\b|[!%]\s*pip3?\s)")
_MAGIC = re.compile(r"^([ \t]*+)[!%?].*$", re.MULTILINE)
_HELP = re.compile(r"\?[\w.*]++")  # as IPython takes it
_BOUND = re.compile(
    r"^(?:async +def|def|class) +(\w+)|^\(?(\w++(?:, *+\w++)*+)\)?(?: *+:[^=\n]++)? *+=(?!=)",
    re.MULTILINE,
)


def plain(text: str) -> str:
    """`text` with spaces that are spaces, no invisible characters, and Hangul composed."""
    return composed(text.translate(SPACES | INVISIBLE))


def lines(text: str) -> list[tuple[int, str]]:
    """The lines that say something, each with its number, without what differs by chance."""
    numbered = enumerate(plain(text).translate(QUOTES).split("\n"))
    return [(n, " ".join(line.split())) for n, line in numbered if not _is_beside(line)]


@lru_cache(maxsize=REMEMBERED)
def key(text: str) -> str:
    """The same for two texts that say the same."""
    return "\n".join(line for _, line in lines(text))


def exact(text: str) -> str:
    """The same for two texts that are the same code, however their lines end."""
    kept = (line.rstrip() for line in plain(text).split("\n") if not _is_beside(line))
    return "\n".join(kept)


def likeness(one: str, other: str) -> float:
    """How alike two keys are, from 0 to 1."""
    return fuzz.ratio(one[:4_000], other[:4_000]) / 100


@lru_cache(maxsize=REMEMBERED)
def bound(text: str) -> dict[str, int]:
    """The names that code binds at its left edge, each with the number of the first such line.

    It needs no valid Python: students' code is not always that.

    >>> bound("def cut(text):\\n    words = 1\\nx, y = 1, 2")
    {'cut': 0, 'x': 2, 'y': 2}
    """
    found: dict[str, int] = {}
    for number, line in enumerate(plain(text).split("\n")):
        if match := _BOUND.match(line):
            for name in (match[1] or match[2]).split(","):
                found.setdefault(name.strip(), number)
    return found


@lru_cache(maxsize=REMEMBERED)
def parses(text: str) -> bool:
    """Whether a cell is Python, but for the lines that IPython understands."""
    if len(text) > LONGEST:
        return True
    for code in (text, _MAGIC.sub(r"\1pass", text)):
        with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            ast.parse(code)
            return True
    return False


def is_end(text: str) -> bool:
    """Whether code begins inside of something: indented, or closing a bracket."""
    return plain(text).lstrip("\n")[:1] in (*" \t)]}",)


def legible(text: str) -> str:
    """Code whose characters were exchanged on the way, as it was typed; other code as it is.

    Invisible characters, wide spaces and curly quotes are exchanged only where the cell is no
    Python with them and is without them. An encoding that lacks what stood before each line has put
    a question mark there, which by itself asks IPython for help.
    """
    if (bare := _without_marks(text)) != text and parses(bare):
        return bare
    if parses(text):
        return text
    spaced = text.translate(SPACES | INVISIBLE)
    tried = (spaced, spaced.translate(QUOTES))
    return next((other for other in tried if other != text and parses(other)), text)


def _without_marks(text: str) -> str:
    """Code without the question mark before each of its lines; other code as it is."""
    lines = text.split("\n")
    said = [line for line in lines if line]
    if not all(line.startswith("?") for line in said) or all(map(_HELP.fullmatch, said)):
        return text
    return "\n".join(line.removeprefix("?") for line in lines)


def decomposed(found: Iterable[str], known: Iterable[str]) -> bool:
    """Whether a program took the Hangul of a whole file apart, as macOS does with names.

    That shows in a text that the course wrote composed.
    """
    wide = {text for text in known if not text.isascii()}
    return any(composed(text) != text and key(text) in wide for text in found)


def _is_beside(line: str) -> bool:
    return not line.strip() or bool(_BESIDE.match(line))
