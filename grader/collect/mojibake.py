"""Names that were written in one encoding and read in another: what they may have been."""

import re
from collections.abc import Iterator

_CONTROLS = re.compile(r"[\x80-\x9f]")
# Read as the one, meant as the other: by unpackers, browsers and LMSs of other countries.
_PAIRS = (
    ("cp437", "cp949"),
    ("cp437", "utf-8"),
    ("cp850", "cp949"),
    ("cp850", "utf-8"),
    ("latin-1", "cp949"),
    ("latin-1", "utf-8"),
    ("cp1252", "cp949"),
    ("cp1252", "utf-8"),
    ("cp949", "utf-8"),
    ("cp949", "cp437"),
    ("cp949", "cp1252"),
)


def readings(text: str) -> Iterator[str]:
    """What a garbled name may have been, the likeliest first; nothing for one in ASCII.

    >>> next(readings("▒Φ╛╞╕º"))
    '김아름'
    """
    if text.isascii():
        return
    for read, meant in _PAIRS:
        try:
            found = text.encode(read).decode(meant)
        except UnicodeError:
            continue
        if found != text:
            yield found


def legible(text: str) -> str:
    """A name that nobody can have meant, with controls between 0x80 and 0x9F, as it was meant.

    It stays as it is where no reading of it is free of them.
    """
    if not _CONTROLS.search(text):
        return text
    return next((found for found in readings(text) if not _CONTROLS.search(found)), text)
