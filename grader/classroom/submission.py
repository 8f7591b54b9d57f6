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
from grader.notebooks import conflicts, damaged
from grader.notebooks.damaged import Document

LARGEST_SUBMISSION = 100_000_000  # bytes
MOST_CELLS = 2_000
# What was put right beside what `damaged` knows.
LINE_ENDS, NULLS, FORMAT = "file_line_ends", "file_nulls", "file_format"
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
        raise NotHandedInError("submission.link", file=path.name)
    if not is_plain(path):
        raise NotHandedInError("submission.missing", file=path.name)
    if path.stat().st_size > LARGEST_SUBMISSION:
        raise NotANotebookError(
            "submission.too_large", file=path.name, size=str(LARGEST_SUBMISSION // 10**6)
        )
    return path.read_bytes()


@dataclass(frozen=True)
class Handed:
    """One reading of a notebook's file: its format, such as `4.5`, and its cells.

    `mended` is what was put right in the file to read it, `said` how this reading differs from
    others, empty where there is no other; both are keys of messages. An id of several cells is
    none.
    """

    version: str
    pieces: list[Piece]
    mended: frozenset[str] = frozenset()
    said: tuple[str, ...] = ()


def read(data: bytes) -> list[Handed]:
    """The readings of a notebook's file, nearly always one.

    Format 3 and every 4 will do. Raises NotJSONError and NotANotebookError when it has none.
    """
    try:
        found = damaged.documents(data)
    except json.JSONDecodeError as error:
        where = {"line": str(error.lineno), "column": str(error.colno)}
        raise NotJSONError("submission.not_json", **where) from error
    except RecursionError as error:
        raise NotJSONError("submission.too_deep") from error
    except ValueError as error:  # such as bytes that are no Unicode
        raise NotJSONError("submission.not_text") from error
    return [each for document in found for each in _merged(_handed(document))]


def _handed(document: Document) -> Handed:
    content = document.content
    if not isinstance(content, dict):
        raise NotANotebookError("submission.not_a_notebook")
    version = _format(content)
    there = _cells(content, version)
    cells = [cell for cell in there if cell is not None]
    if not cells:
        raise NotANotebookError("submission.no_cells")
    if len(cells) > MOST_CELLS:
        raise NotANotebookError("submission.too_many_cells", most=f"{MOST_CELLS:,}")
    pieces = [_piece(cell) for cell in cells]
    if sum(map(_size, pieces)) > ALL_TEXT:
        raise NotANotebookError("submission.too_much_text", most=str(ALL_TEXT // 10**6))
    ids = Counter(piece.id for piece in pieces)
    single = [piece if ids[piece.id] == 1 else replace(piece, id="") for piece in pieces]
    put_right = {
        LINE_ENDS: any(_lacks_ends(_source(cell)) for cell in cells),
        NULLS: len(cells) < len(there),
        FORMAT: isinstance(content.get("nbformat"), str),
    }
    return Handed(
        f"{version}.{brief(content.get('nbformat_minor', 0))}",
        single,
        document.mended | {name for name, is_so in put_right.items() if is_so},
        document.said,
    )


def _merged(handed: Handed) -> list[Handed]:
    """The two sides of a merge whose markers stand within cells; else what was handed in."""
    if not any(conflicts.whole(piece.source) for piece in handed.pieces):
        return [handed]
    both = [
        conflicts.sides(piece.source) if conflicts.whole(piece.source) else (piece.source,) * 2
        for piece in handed.pieces
    ]
    return [
        replace(
            handed,
            pieces=[
                replace(piece, source=sides[number])
                for piece, sides in zip(handed.pieces, both, strict=True)
            ],
            mended=handed.mended | {damaged.CONFLICT},
            said=(*handed.said, said),
        )
        for number, said in enumerate(damaged.SIDES)
    ]


def brief(error: object, most: int = 200) -> str:
    """The first line of an error, short enough for a table."""
    text = str(error)[: 100 * most].strip().split("\n")[0] or type(error).__name__
    words = " ".join(writable(text[: 10 * most]).split())
    return (
        words if len(words) <= most else textwrap.shorten(words[: 2 * most], most, placeholder=" …")
    )


def writable(text: str) -> str:
    """`text` without half surrogate pairs, which no file takes, and NUL, which no database does."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def _format(content: dict[str, Any]) -> int:
    """The format, a number or the same as text; 4 where it is not said."""
    said = content.get("nbformat")
    for version in (3, 4):
        if said == version or (isinstance(said, str) and said.strip() == str(version)):
            return version
    if said is not None:
        raise NotANotebookError("submission.format", version=brief(said))
    return 4


def _cells(content: dict[str, Any], version: int) -> list[dict[str, Any] | None]:
    """The cells of format 4, or of all worksheets of format 3; None for a `null` among them."""
    sheets = content.get("worksheets") if version == 3 else [content]
    found: list[dict[str, Any] | None] = []
    for sheet in sheets if isinstance(sheets, list) else []:
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        if not isinstance(cells, list) or not all(isinstance(cell, dict | None) for cell in cells):
            raise NotANotebookError("submission.no_cells")
        found += cells
    return found


def _piece(cell: dict[str, Any]) -> Piece:
    metadata = _dict(cell.get("metadata"))
    tags, name = metadata.get("tags"), cell.get("id")
    given = cell.get("cell_type")
    kind = KINDS.get(given, "raw") if isinstance(given, str) else "raw"
    source = text_of(cell)
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


def text_of(cell: Mapping[str, Any]) -> str:
    """The text of a cell, a string or a list of lines, its lines ended as on this machine."""
    source = _source(cell)
    if isinstance(source, list):
        end = "\n" if _lacks_ends(source) else ""
        lines = [line for line in source if isinstance(line, str)]
        source = "".join(line if line.endswith("\n") else line + end for line in lines[:-1])
        source += "".join(lines[-1:])
    text = source if isinstance(source, str) else ""
    return writable(text.replace("\r\n", "\n").replace("\r", "\n"))


def _source(cell: Mapping[str, Any]) -> object:
    return cell.get("source", cell.get("input"))


def _lacks_ends(source: object) -> bool:
    """Whether these are lines of which some lost their ends: single characters are no lines."""
    lines = [line for line in source if isinstance(line, str)] if isinstance(source, list) else []
    whole = all("\n" not in line[:-1] for line in lines) and any(len(line) > 1 for line in lines)
    return whole and any(line and line[-1] not in "\r\n" for line in lines[:-1])


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
