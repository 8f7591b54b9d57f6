"""The JSON of a notebook's file, whatever editors, disks, mails and merges did to the file.

What has one reading is read by it, and said what was put right; two sides of a merge, or two
notebooks one behind the other, are two readings. Nothing takes longer than in proportion to the
file: it comes from anybody.
"""

import codecs
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from grader.notebooks import conflicts, lenient
from grader.notebooks.lenient import CUT, Read
from grader.notebooks.mailed import unmailed
from grader.notebooks.wrapped import lacks_brace, unwrapped

ENCODING, OUTSIDE, CONFLICT = "file_encoding", "file_outside", lenient.CONFLICT
MAIL, WRAPPED, START = "file_mail", "file_wrapped", "file_start"
SIDES = ("reading.first_side", "reading.second_side")
MOST = 4  # notebooks in one file
_PLACES = ('"cells"', '"worksheets"')  # without which there is no notebook to look for
_SEVERAL = "several encodings"
_DECODER = json.JSONDecoder()
_EMPTY = " \t\r\n\0\ufeff"


@dataclass(frozen=True)
class Document:
    """What a file holds, what was put right to read it, and as which of several it was read.

    Both are keys of messages.
    """

    content: Any
    mended: frozenset[str] = frozenset()
    said: tuple[str, ...] = ()


def documents(data: bytes) -> list[Document]:
    """The readings of a file, nearly always one; raises ValueError or RecursionError for none."""
    plain = unmailed(data)
    text, encoding = decoded(plain)
    put_right = {ENCODING: encoding, MAIL: plain != data}
    mended = frozenset(name for name, is_so in put_right.items() if is_so)
    try:
        content = json.loads(text)
        inner = unwrapped(content)
        return [Document(inner, mended if inner is content else mended | {WRAPPED})]
    except (ValueError, RecursionError) as error:
        if not any(place in text for place in _PLACES):
            if encoding == _SEVERAL:
                raise ValueError("neither Unicode nor CP949") from error
            raise
        found = _sides(text) if conflicts.marked(text) else _one_side(text)
        if all(CUT in each.mended and _is_empty(each.content) for each in found):
            raise  # no cell is left of it
    return [Document(each.content, each.mended | mended, each.said) for each in found]


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file and, if that is not UTF-8, the name of its encoding.

    A character that the end of the file cut in two is left out, and what is behind a whole object
    of JSON in UTF-8 says nothing of its encoding. Where neither any Unicode nor CP949 fits the
    whole, each line is read by what fits it.
    """
    name, bare = json.detect_encoding(data), data.lstrip(b"\0")
    if bare.startswith(b"{") and json.detect_encoding(bare) == "utf-8":
        name = "utf-8"  # with NULs before it, as a disk leaves them
    for encoding, errors in ((name, "surrogatepass"), ("cp949", "strict")):
        try:
            text = codecs.getincrementaldecoder(encoding)(errors).decode(data)
        except UnicodeDecodeError as error:
            if encoding.startswith("utf-8") and _holds_object(error.object[: error.start]):
                return _by_line(data), ""
            continue
        if text or not data:
            return text, "" if encoding.startswith("utf-8") else encoding.upper()
    if name.startswith("utf-8"):
        return _by_line(data), _SEVERAL
    return data.decode(name, "replace"), name.upper()


def _holds_object(data: bytes) -> bool:
    """Whether these bytes of UTF-8 begin with a whole object of JSON."""
    try:
        found, _ = _DECODER.raw_decode(data.decode("utf-8", "surrogatepass").lstrip(_EMPTY))
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict)


def _by_line(data: bytes) -> str:
    return b"\n".join(_line(line) for line in data.split(b"\n")).decode("utf-8")


def _line(data: bytes) -> bytes:
    for encoding in ("utf-8", "cp949"):
        try:
            return data.decode(encoding).encode("utf-8")
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace").encode("utf-8")


def _sides(text: str) -> list[Document]:
    """Each side of a merge that can be read; raises ValueError when none can."""
    found: list[Document] = []
    for side, said in zip(conflicts.sides(text), SIDES, strict=True):
        try:
            read = _one_side(side)
        except ValueError:
            if said == SIDES[-1] and not found:
                raise
            continue
        found += [Document(e.content, e.mended | {CONFLICT}, (said, *e.said)) for e in read]
    return found


def _one_side(text: str) -> list[Document]:
    """The notebook in a text, in two readings where its last cell is torn, and others behind it."""
    begun = not lacks_brace(text)
    text = text if begun else "{" + text
    first, start = _first(text)
    before = text.startswith("\0") or text[:start].strip(_EMPTY)
    outside = before or text[first.end :].rstrip(" \t\r\n")
    put_right = {OUTSIDE: outside, START: not begun}
    mended = frozenset(first.mended | {name for name, is_so in put_right.items() if is_so})
    found = [Document(content, mended, said) for content, said in _whole_and_torn(first)]
    if first.doubled:
        other = lenient.read(text, start, last=False)
        found.append(Document(other.value, mended, ("reading.first_text",)))
    return found + list(_behind(text, first.end, mended))


def _first(text: str) -> tuple[Read, int]:
    """The first object in a text, and where what may stand before it ends."""
    with suppress(ValueError):
        found = lenient.read(text)
        if isinstance(found.value, dict):
            return found, 0
    start = text.find("{")
    if start < 0:
        raise json.JSONDecodeError("no object", text, 0)
    return lenient.read(text, start), start


def _behind(text: str, end: int, mended: frozenset[str]) -> Iterator[Document]:
    """Whole notebooks behind the first: somebody wrote two into one file."""
    for _ in range(MOST - 1):
        end = len(text) - len(text[end:].lstrip(_EMPTY))
        if not text.startswith("{", end):
            return
        try:
            other = lenient.read(text, end)
        except ValueError:
            return
        if CUT in other.mended or not _has_cells(other.value):
            return
        yield Document(other.value, mended | other.mended, ("reading.notebook_behind",))
        end = other.end


def _whole_and_torn(found: Read) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """What was read and, where the end of the file tore the text of a cell, also without that cell.

    A cell that ended before its text began is none.
    """
    content, torn = found.value, _torn_cell(found)
    if torn is not None:
        cells = found.open[1]
        less = content | {"cells": cells[:-1]}
        if not torn.get("source"):
            content = less
        elif found.torn or len(found.open) > 3:
            yield content, ("reading.cut_cell",)
            yield less, ("reading.without_cut_cell",)
            return
    yield content, ()


def _torn_cell(found: Read) -> dict[str, Any] | None:
    """The cell of which the end is missing."""
    place = found.open[:3]
    if len(place) == 3 and _has_cells(place[0]) and place[1] is place[0]["cells"]:
        return place[2] if isinstance(place[2], dict) else None
    return None


def _is_empty(content: Any) -> bool:
    return isinstance(content, dict) and not (content.get("cells") or content.get("worksheets"))


def _has_cells(content: Any) -> bool:
    return isinstance(content, dict) and isinstance(content.get("cells"), list)
