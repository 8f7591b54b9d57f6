"""Names that were written in one encoding and read in another: what they may have been."""

from collections.abc import Iterator

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
