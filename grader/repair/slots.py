"""The places of a release that the cells of a submission belong to."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from nbformat import NotebookNode

from grader.classroom.submission import Piece
from grader.notebooks import notebook
from grader.repair.texts import bound, is_end, key, likeness

ALIKE_BY_ID = 0.4  # likeness from which a cell is what its id says
ANSWER, WRITTEN, TEST, LOCKED = "answer", "written", "test", "locked"
CODE, TEXT = "code", "text"


@dataclass(frozen=True, eq=False)
class Slot:
    """One cell of a release, with its ids and its text in every language."""

    cell: NotebookNode
    kind: str
    ids: frozenset[str]
    keys: frozenset[str]
    anchors: frozenset[str]  # what an answer binds and no other cell of the release does

    @cached_property
    def name(self) -> str:
        return notebook.grade_id(self.cell) or ""

    @property
    def label(self) -> str:
        return self.name or self.cell.id

    @property
    def fixed(self) -> bool:
        """Whether the course's own text counts, whatever a student made of it."""
        return self.kind in (TEST, LOCKED)


class Slots:
    """All places of a release in their order, and how they are found."""

    def __init__(self, release: NotebookNode, others: Iterable[NotebookNode] = ()) -> None:
        bodies = [release.cells, *(o.cells for o in others if len(o.cells) == len(release.cells))]
        owned = Counter(n for c in notebook.code_cells(release) for n in bound(c.source))
        self.release = release
        self.all = [
            Slot(
                cells[0],
                _kind(cells[0]),
                frozenset(cell.id for cell in cells),
                frozenset(key(cell.source) for cell in cells),
                frozenset(n for n in bound(cells[0].source) if owned[n] == 1)
                if notebook.is_solution(cells[0])
                else frozenset(),
            )
            for cells in zip(*bodies, strict=True)
        ]
        self.answers = [slot for slot in self.all if slot.kind in (ANSWER, WRITTEN)]
        self.by_anchor = {name: slot for slot in self.answers for name in slot.anchors}
        self.by_name = {slot.name: slot for slot in self.all if slot.name}
        self.by_id = {name: slot for slot in self.all for name in slot.ids}

    @cached_property
    def by_key(self) -> dict[str, list[Slot]]:
        found: dict[str, list[Slot]] = {}
        for slot in self.all:
            for text in slot.keys - {""}:
                found.setdefault(text, []).append(slot)
        return found

    @cached_property
    def answer_of(self) -> dict[Slot, Slot]:
        """The answer above each test."""
        found: dict[Slot, Slot] = {}
        answer = None
        for slot in self.all:
            answer = slot if slot.kind == ANSWER else answer
            if slot.kind == TEST and answer:
                found[slot] = answer
        return found

    def own(self, piece: Piece) -> Slot | None:
        """The place whose label a piece carries, or whose id, if its text does not gainsay that."""
        if piece.name in self.by_name:
            return self.by_name[piece.name]
        slot, text = self.by_id.get(piece.id), key(piece.source)
        if slot is None or text in slot.keys or slot in self.bound_by(piece.source):
            return slot
        if slot.kind == WRITTEN:  # it says whatever its student thinks
            return None if text in self.by_key else slot
        if is_end(piece.source):
            return None
        return slot if any(likeness(text, other) >= ALIKE_BY_ID for other in slot.keys) else None

    def bound_by(self, text: str) -> dict[Slot, int]:
        """The answers whose names a text binds, with the first line that does so, in order."""
        found: dict[Slot, int] = {}
        for name, line in bound(text).items():
            if slot := self.by_anchor.get(name):
                found[slot] = min(line, found.get(slot, line))
        return dict(sorted(found.items(), key=lambda item: item[1]))


def slots_for(releases: Mapping[str, NotebookNode], pieces: Iterable[Piece]) -> Slots:
    """The places of the release that was handed in, in the language that its first cell sets.

    Without such a cell the texts decide.
    """
    pieces = list(pieces)
    said = (notebook.language_in(p.source) for p in pieces if p.kind == "code")
    lang = next((lang for lang in said if lang in releases), None)
    if lang is None:
        keys = {key(piece.source) for piece in pieces}
        shared = {
            lang: sum(key(cell.source) in keys for cell in release.cells)
            for lang, release in releases.items()
        }
        lang = max(shared, key=shared.__getitem__)
    return Slots(releases[lang], [r for other, r in releases.items() if other != lang])


def _kind(cell: NotebookNode) -> str:
    if notebook.is_solution(cell):
        return ANSWER
    if notebook.is_written(cell):
        return WRITTEN
    if notebook.is_test(cell):
        return TEST
    if cell.metadata.get("nbgrader", {}).get("locked"):
        return LOCKED
    return CODE if cell.cell_type == "code" else TEXT
