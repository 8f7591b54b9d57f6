"""What is told of a repair: what had happened to the cells, in the order of the release.

A key that begins with `repair.test_` says that a test or the marks of a cell had been changed; the
others are mishaps. A cell that still has the checksum it was released with was not changed by its
student, even if the course has changed it since.
"""

from collections.abc import Iterable, Mapping, Set

from nbformat import NotebookNode
from nbgrader.utils import compute_checksum

from grader.classroom.submission import Piece
from grader.outcome import Repair
from grader.repair.layout import in_order
from grader.repair.matching import Match
from grader.repair.slots import ANSWER, CODE, TEST, TEXT, WRITTEN, Slot, Slots
from grader.repair.texts import key, legible

HIDING = {"skip-execution", "raises-exception"}  # tags that once let a test pass unseen
MOST_NAMED = 8


def findings(
    slots: Slots,
    pieces: list[Piece],
    found: Match,
    chosen: Mapping[Slot, Piece],
    answers: Mapping[Slot, list[Piece]],
    parts: Set[Piece],
    added: Set[str],
) -> list[Repair]:
    """What a reader should know of, each kind once with the cells that it concerns.

    `parts` are what merged cells were cut into: these had no label, no place and no kind. `added`
    are the names of tests and written answers that came after the release.
    """
    there = {slot: found.of.get(slot, []) for slot in slots.all}
    whole = {slot: piece for slot, piece in chosen.items() if piece not in parts}
    graded = [slot for slot in slots.all if slot.kind in (ANSWER, WRITTEN, TEST)]
    taken = [slot for slot in whole if slot.kind in (ANSWER, WRITTEN, CODE)]
    steady = in_order(slots, pieces, chosen)
    told = {
        "repair.labels_lost": [
            s for s in graded if s in whole and not any(p.name == s.name for p in there[s])
        ],
        "repair.copies": [
            s for s in slots.answers if s.kind == ANSWER and len(there[s]) > len(answers.get(s, []))
        ],
        "repair.two_answers": [s for s in answers if len(answers[s]) > 1],
        "repair.moved": [s for s in whole if s.kind != TEXT and s not in steady],
        "repair.retyped": [s for s in taken if whole[s].kind != s.cell.cell_type],
        "repair.characters": [s for s in taken if _mended(whole[s])],
        "repair.answer_missing": [s for s in slots.answers if not there[s] and s.name not in added],
        "repair.given_missing": [s for s in slots.all if s.kind == CODE and not there[s]],
    }
    told |= _changed(slots, there, added)
    return [concerning(name, concerned) for name, concerned in told.items() if concerned]


def _changed(
    slots: Slots, there: Mapping[Slot, list[Piece]], added: Set[str]
) -> dict[str, list[Slot]]:
    """Where tests and marks are not those of the release, by the key of what is told of it."""
    tests = [slot for slot in slots.all if slot.kind == TEST]
    graded = [slot for slot in slots.all if slot.kind in (ANSWER, WRITTEN, TEST)]
    worth = [slot for slot in graded if slot.kind != ANSWER]
    return {
        "repair.added": [s for s in tests if not there[s] and s.name in added],
        "repair.test_missing": [s for s in tests if not there[s] and s.name not in added],
        "repair.test_edited": [
            s for s in tests if there[s] and all(_edited(p, s) for p in there[s])
        ],
        "repair.test_points": [s for s in worth if any(_other_points(p, s) for p in there[s])],
        "repair.test_marks": [s for s in graded if any(_other_marks(p, s) for p in there[s])],
        "repair.test_schema": [s for s in slots.all if any(_forged(p, s) for p in there[s])],
        "repair.test_tags": [s for s in tests if any(HIDING & {*p.tags} for p in there[s])],
    }


def concerning(name: str, slots: Iterable[Slot]) -> Repair:
    """A repair of these cells, by name as long as they are few, and their number."""
    names = [slot.label for slot in slots]
    more = ", …" if len(names) > MOST_NAMED else ""
    cells = ", ".join(names[:MOST_NAMED]) + more
    return Repair(name, {"cells": cells, "count": str(len(names))})


def _mended(piece: Piece) -> bool:
    return legible(piece.source) != piece.source


def _edited(piece: Piece, slot: Slot) -> bool:
    same = key(piece.source) in slot.keys and piece.kind == slot.cell.cell_type
    return not same and not _as_released(piece)


def _other_points(piece: Piece, slot: Slot) -> bool:
    wanted, points = slot.cell.metadata.nbgrader.points, piece.marks.get("points")
    return piece.name == slot.name and points != wanted and not _as_released(piece)


def _other_marks(piece: Piece, slot: Slot) -> bool:
    wanted = slot.cell.metadata.nbgrader
    differ = any(bool(piece.marks.get(m)) != wanted[m] for m in ("grade", "solution", "locked"))
    return piece.name == slot.name and differ and not _as_released(piece)


def _forged(piece: Piece, slot: Slot) -> bool:
    wanted = slot.cell.metadata.get("nbgrader", {}).get("schema_version")
    return bool(piece.name) and piece.marks.get("schema_version", wanted) != wanted


def _as_released(piece: Piece) -> bool:
    marks = NotebookNode(nbgrader=NotebookNode(piece.marks))
    cell = NotebookNode(cell_type=piece.kind, source=piece.source, metadata=marks)
    try:
        return bool(marks.nbgrader.checksum == compute_checksum(cell))
    except Exception:  # a student may write anything into these marks
        return False
