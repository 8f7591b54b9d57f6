"""Texts as a file of lines, the form that tokenizer trainers read."""

import re
from collections.abc import Iterable
from pathlib import Path


def write_lines(documents: Iterable[str], path: str | Path) -> Path:
    """Write `documents` to a UTF-8 file at `path`, one a line, and return the path.

    A line break inside a document becomes a space, so that lines and documents stay equally many.
    Raises TypeError for a single string, which would come out one character a line.
    """
    if isinstance(documents, str):
        raise TypeError("expected many documents, got one string: put it into a list")
    path = Path(path)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(re.sub(r"\r\n|\r|\n", " ", document) + "\n" for document in documents)
    return path
