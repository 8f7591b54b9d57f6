"""What a student handed in: the file, and of its cells no more than a grade may depend on.

Outputs, unknown metadata and whatever else a notebook's format allows are not even looked at, so
that nothing broken in them can cost a grade.
"""

import json
import textwrap
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from grader.classroom.folder import ClassFolder, Ref, is_plain
from grader.errors import NotANotebookError, NotHandedInError, NotJSONError

LARGEST_SUBMISSION = 100_000_000  # bytes
MOST_CELLS = 2_000
LONGEST_CODE = 200_000  # characters that are kept of a cell of code
LONGEST_TEXT = 2_000_000  # and of another, which may have pictures in it
LONGEST_NAME = 200  # of an id
ALL_TEXT = 20_000_000  # of all cells and what is attached to them
KINDS = {"code": "code", "markdown": "markdown", "heading": "markdown", "html": "markdown"}


@dataclass(frozen=True, eq=False)
class Piece:
    """A cell that was handed in, or a part of one."""

    kind: str  # code, markdown or raw
    source: str
    id: str = ""
    marks: Mapping[str, Any] = field(default_factory=dict)  # its nbgrader metadata
    tags: tuple[str, ...] = ()
    attachments: Mapping[str, Any] = field(default_factory=dict)
    cut: bool = False  # whether only its beginning is kept

    @cached_property
    def name(self) -> str:
        """The grade_id that it carries, empty where it has none."""
        name = self.marks.get("grade_id")
        return name if isinstance(name, str) else ""


def handed_in(folder: ClassFolder, ref: Ref) -> bytes:
    """The file of a submission; raises NotHandedInError, and NotANotebookError for its size.

    It is that of the assignment's name, else the only one there: students may rename it.
    """
    there = sorted(folder.submitted(ref).glob("*.ipynb"))
    path = there[0] if len(there) == 1 else folder.notebook(ref)
    if path.is_symlink():
        raise NotHandedInError(f"{path.name} is a link, not a notebook")
    if not is_plain(path):
        raise NotHandedInError(f"no notebook {path.name}")
    if path.stat().st_size > LARGEST_SUBMISSION:
        raise NotANotebookError(f"{path.name} is larger than {LARGEST_SUBMISSION // 10**6} MB")
    return path.read_bytes()


def read(data: bytes) -> tuple[str, list[Piece]]:
    """The format of a notebook file, such as `4.5`, and its cells; an id of several is none.

    Format 3 and every 4 will do, in any encoding of Unicode, with or without a mark in front.
    Raises NotJSONError and NotANotebookError.
    """
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotJSONError(
            f"damaged or cut short (not JSON: {brief(error)}): ask for it again"
        ) from error
    if not isinstance(content, dict):
        raise NotANotebookError("JSON, but not a notebook")
    version = content.get("nbformat", 4)
    if version not in (3, 4):
        raise NotANotebookError(f"a notebook of format {brief(version)}: save it as format 4")
    cells = _cells(content)
    if not cells:
        raise NotANotebookError("JSON without a notebook's cells")
    if len(cells) > MOST_CELLS:
        raise NotANotebookError(f"more than {MOST_CELLS:,} cells")
    pieces = [_piece(cell) for cell in cells]
    if sum(map(_size, pieces)) > ALL_TEXT:
        raise NotANotebookError(f"more than {ALL_TEXT // 10**6} million letters in its cells")
    ids = Counter(piece.id for piece in pieces)
    single = [piece if ids[piece.id] == 1 else replace(piece, id="") for piece in pieces]
    return f"{version}.{brief(content.get('nbformat_minor', 0))}", single


def brief(error: object, most: int = 200) -> str:
    """The first line of an error, short enough for a table."""
    text = str(error)[: 100 * most].strip().split("\n")[0] or type(error).__name__
    words = " ".join(writable(text[: 10 * most]).split())
    return (
        words if len(words) <= most else textwrap.shorten(words[: 2 * most], most, placeholder=" …")
    )


def writable(text: str) -> str:
    """`text` without half surrogate pairs, which no file and no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _cells(content: dict[str, Any]) -> list[dict[str, Any]]:
    """The cells of format 4, or of all worksheets of format 3."""
    sheets = content.get("worksheets") if content.get("nbformat") == 3 else [content]
    found = []
    for sheet in sheets if isinstance(sheets, list) else []:
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
            raise NotANotebookError("JSON without a notebook's cells")
        found += cells
    return found


def _piece(cell: dict[str, Any]) -> Piece:
    metadata = _dict(cell.get("metadata"))
    tags, name = metadata.get("tags"), cell.get("id")
    given = cell.get("cell_type")
    kind = KINDS.get(given, "raw") if isinstance(given, str) else "raw"
    source = _text(cell.get("source", cell.get("input")))
    most = LONGEST_CODE if kind == "code" else LONGEST_TEXT
    return Piece(
        kind=kind,
        source=source[:most],
        cut=len(source) > most,
        id=name[:LONGEST_NAME] if isinstance(name, str) else "",
        marks=_dict(metadata.get("nbgrader")),
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
        attachments={
            name: bundle
            for name, bundle in _dict(cell.get("attachments")).items()
            if isinstance(bundle, dict) and all(isinstance(data, str) for data in bundle.values())
        },
    )


def _size(piece: Piece) -> int:
    """Letters of a cell and of what is attached to it."""
    attached = sum(len(d) for bundle in piece.attachments.values() for d in bundle.values())
    return len(piece.source) + attached


def _text(source: object) -> str:
    """The text of a cell, a string or a list of lines, its lines ended as on this machine."""
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = source if isinstance(source, str) else ""
    return writable(text.replace("\r\n", "\n").replace("\r", "\n"))


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
