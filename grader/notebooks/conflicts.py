"""Git's conflict markers in a text: its two sides."""

import re
from collections.abc import Iterator

_OURS, _BASE, _BETWEEN, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?:\s.*)?", re.DOTALL)
_MARKS = re.compile(r"^(<{7}|={7}|>{7})(?:\s|\Z)", re.MULTILINE)
_ORDER = (_OURS, _BETWEEN, _THEIRS)


def marked(text: str) -> bool:
    """Whether there is a marker of a conflict, be it one that somebody forgot to take away."""
    return any(mark[1] != _BETWEEN for mark in _MARKS.finditer(text))


def whole(text: str) -> bool:
    """Whether there is a conflict with its beginning, middle and end."""
    came = 0
    for mark in _MARKS.finditer(text):
        came = came + 1 if mark[1] == _ORDER[came] else int(mark[1] == _OURS)
        if came == len(_ORDER):
            return True
    return False


def sides(text: str) -> tuple[str, str]:
    """What the text says on the one side of all its conflicts, and on the other.

    >>> sides("a\\n<<<<<<< HEAD\\nb\\n=======\\nc\\n>>>>>>> theirs\\nd")
    ('a\\nb\\nd', 'a\\nc\\nd')
    """
    ours, theirs = ("\n".join(_side(text, taken)) for taken in (_OURS, _BETWEEN))
    return ours, theirs


def _side(text: str, taken: str) -> Iterator[str]:
    """The lines outside of conflicts, and within them those below the marker `taken`."""
    part = ""
    for line in text.split("\n"):
        if mark := _MARK.fullmatch(line):
            inside = mark[1] == _OURS or part
            part = mark[1] if inside and mark[1] != _THEIRS else ""
        elif part in ("", taken):
            yield line
