"""Which assignment a notebook is, told by what is in it, also when the file is damaged."""

import json
import re
from base64 import b64decode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from nbformat import NotebookNode

from grader.classroom.submission import text_of
from grader.notebooks import damaged, lenient, notebook

SHORTEST = 16  # characters of a line that says something
ENOUGH = 10  # lines; a grade_id is worth five
_STRING = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)(?:"|\\?\Z)', re.S)
_DECODER = json.JSONDecoder(strict=False)
_NAMED = re.compile(r'"grade_id"\s*:\s*"([^"\\]{1,200})"')
_MENDED = {
    damaged.ENCODING: "in {}",
    damaged.MAIL: "with marks of a mail",
    damaged.WRAPPED: "within a list, a text or an answer of Jupyter's server",
    damaged.START: "without its first brace",
    damaged.OUTSIDE: "something else before or behind the notebook",
    damaged.CONFLICT: "with markers of a merge",
    lenient.CHARACTERS: "with characters that JSON does not allow",
    lenient.SYNTAX: "with comments or stray commas",
    lenient.CUT: "cut short: its end is missing",
}
_HTML_QUOTES = re.compile(r"\{\s*+&(?:quot|#0*34|#x0*22);", re.I)
_PYTHON = re.compile(r"\{\s*+'")
_CURLY = re.compile(r"\{\s*+[\u201c-\u201f\u2033\uff02]")
_RAN_BY = re.compile(r'"displayName"\s*:\s*"([^"\\]{1,100})"')


class NotOursError(Exception):
    """What is no notebook at all; the message says what it is instead."""


@dataclass(frozen=True)
class Recognised:
    """The assignment, or None; what is wrong with the file, if anything; who ran it in Colab.

    With something wrong and no assignment, too little is left to tell any.
    """

    assignment: str | None
    fault: str = ""
    ran_by: tuple[str, ...] = ()


class Recogniser:
    """Knows the grade_ids and lines that are in one source notebook and in no other."""

    def __init__(self, sources: Mapping[str, NotebookNode]) -> None:
        ids = {name: set(notebook.cells_by_grade_id(nb)) for name, nb in sources.items()}
        lines = {name: {*_told(c.source for c in nb.cells)} for name, nb in sources.items()}
        self._ids, self._lines = _of_one(ids), _of_one(lines)

    def recognise(self, data: bytes) -> Recognised:
        """What a file is. Raises NotOursError when it is no notebook.

        The grade_ids of its cells decide, with the lines that are as they were released. One that
        is cut short or otherwise no JSON is read for what is left of both.
        """
        text, encoding = damaged.decoded(data)
        fault, sources = _cells(data, text, encoding)
        found = Counter(self._lines[line] for line in {*_told(sources)} if line in self._lines)
        marks = {name for name in _NAMED.findall(text) if name in self._ids}
        for name in marks:
            found[self._ids[name]] += 5
        (best, most), (_, second) = [*found.most_common(2), ("", 0), ("", 0)][:2]
        ran_by = tuple(dict.fromkeys(_RAN_BY.findall(text)))[:3]
        if most < ENOUGH or most < 2 * second:
            if not any(text.strip() for text in sources):
                nothing = "its cells are empty" if sources else "it has no cells"
                fault = "; ".join(filter(None, [fault, f"{nothing}, so nothing to grade"]))
            return Recognised(None, fault, ran_by)
        if not fault and not marks:
            fault = "its nbgrader metadata are lost"
        return Recognised(best, fault, ran_by)


def _cells(data: bytes, text: str, encoding: str) -> tuple[str, list[str]]:
    """What is wrong with a file, and the texts of its cells, or of all strings in what is left."""
    try:
        found = damaged.documents(data)
    except (ValueError, RecursionError):
        if '"cell_type"' not in text:
            raise NotOursError(_what(data, text)) from None
        return "damaged or cut short (not JSON)", [*_strings(text)]
    content = found[0].content
    cells = content.get("cells") if isinstance(content, dict) else None
    if not isinstance(cells, list):
        if '"cell_type"' in text and isinstance(content, dict) and "worksheets" in content:
            return "a notebook of an old format", [*_strings(text)]
        raise NotOursError("JSON, but not a notebook")
    mended = sorted({name for each in found for name in each.mended})
    fault = "; ".join(_MENDED[name].format(encoding) for name in mended)
    return fault, [text_of(cell) for cell in cells if isinstance(cell, dict)]


def _what(data: bytes, text: str) -> str:
    start = text.lstrip("\ufeff \t\r\n\0")[:200]
    if not start:
        return "an empty file"
    if start.startswith("<"):
        return "a web page, not the notebook itself"
    if start.startswith("PK\x03\x04"):
        return "a zip under another name, not a notebook"
    for what, found in (
        ("packed with gzip", data.startswith(b"\x1f\x8b")),
        ("written in base64", _is_base64(start)),
        ("with its quotes as HTML has them (&quot;)", _HTML_QUOTES.match(start)),
        ("printed by Python, with its own quotes", _PYTHON.match(start)),
        ("with curly quotes, as word processors write them", _CURLY.match(start)),
    ):
        if found:
            return f"{what}: ask for the .ipynb file as it was saved"
    return "not JSON, so not a notebook"


def _is_base64(start: str) -> bool:
    """Whether this is the beginning of an object of JSON in base64."""
    begun = "".join(start.split())[:40]
    with suppress(ValueError):
        return len(begun) == 40 and b64decode(begun, validate=True).startswith(b"{")
    return False


def _strings(text: str) -> Iterator[str]:
    for found in _STRING.finditer(text):
        if len(found[1]) >= SHORTEST:
            with suppress(ValueError):
                yield _DECODER.decode(found[0])


def _told(texts: Iterable[str]) -> Iterator[str]:
    """The lines that say something, as a release has them."""
    for line in (line for text in texts for line in text.splitlines()):
        line = line.strip().removeprefix("#~ ").strip()
        if len(line) >= SHORTEST:
            yield line


def _of_one(found: Mapping[str, set[str]]) -> dict[str, str]:
    """Each thing that only one assignment has, with that assignment."""
    counts = Counter(thing for things in found.values() for thing in things)
    return {thing: name for name, things in found.items() for thing in things if counts[thing] == 1}
