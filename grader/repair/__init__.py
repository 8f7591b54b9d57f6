"""A damaged notebook becomes one that grades, or it is said what a person must decide.

The release gives the frame: its cells in their order, with their ids and marks, and its own test
cells. What a student wrote is put where it belongs. Code of the student's own stays where it stood,
since answers may use it.
"""

import json
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from nbformat import NotebookNode

from grader.classroom.submission import Handed, Piece, brief, read
from grader.errors import NotThisAssignmentError, TooManyReadingsError
from grader.notebooks.characters import composed
from grader.notebooks.lenient import CUT
from grader.notebooks.notebook import MISSING
from grader.outcome import Message, Repair
from grader.repair.findings import concerning, findings
from grader.repair.layout import arrange, left_above
from grader.repair.matching import Match, match
from grader.repair.pieces import (
    drop_stub_below,
    join_split,
    join_stray_ends,
    revive_raw_cells,
    split_merged,
)
from grader.repair.slots import ANSWER, CODE, TEST, TEXT, WRITTEN, Slot, Slots, slots_for
from grader.repair.texts import decomposed, exact, key, legible

MOST_READINGS = 6
GONE = "repair.test_missing"  # no tampering where the end of the file is missing


@dataclass(frozen=True)
class Reading:
    """A notebook that grades, and what was taken for what where there was a choice."""

    notebook: bytes
    description: tuple[Message, ...]


@dataclass(frozen=True)
class Repaired:
    """The ways to read a submission, nearly always one, and what was put right."""

    readings: tuple[Reading, ...]
    repairs: tuple[Repair, ...]


def repair(
    submission: bytes, releases: Mapping[str, NotebookNode], added: Set[str] = frozenset()
) -> Repaired:
    """Put the file of a submission right; `releases` are what was sent out, by language.

    `added` names the tests that came after that, which nobody can be expected to have.
    Raises a SubmissionError that says why it cannot be graded: NotJSONError, NotANotebookError,
    NotThisAssignmentError or TooManyReadingsError.
    """
    handed = read(submission)
    found = _of_this_assignment(handed, releases, added)
    readings: dict[bytes, Reading] = {}
    for reading in (reading for each in found for reading in each.readings):
        readings.setdefault(reading.notebook, reading)
    _refuse_many(len(readings))
    mended = sorted({name for each in handed for name in each.mended})
    of_the_file = [Repair(f"repair.{name}", {}) for name in mended]
    told = [each for each in found[0].repairs if CUT not in mended or each.key != GONE]
    return Repaired(tuple(readings.values()), (*of_the_file, *told))


def _of_this_assignment(
    handed: list[Handed], releases: Mapping[str, NotebookNode], added: Set[str]
) -> list[Repaired]:
    """What becomes of each reading of the file that is of this assignment, at least of one."""
    found = []
    for each in handed:
        try:
            found.append(_repaired(each, releases, added))
        except NotThisAssignmentError:
            if each is handed[-1] and not found:
                raise
    return found


def _repaired(file: Handed, releases: Mapping[str, NotebookNode], added: Set[str]) -> Repaired:
    """One reading of the file put right, in the ways in which its pieces can be put together."""
    handed = file.pieces
    slots = slots_for(releases, handed)
    if decomposed((piece.source for piece in handed), slots.by_key):
        handed = [replace(piece, source=composed(piece.source)) for piece in handed]
    cut = split_merged(handed, slots)
    joined = join_split(cut, slots)
    first = _Way(joined, slots, file.said)
    ways = [first]
    for pieces, said in (
        (join_split(cut, slots, bold=False), "reading.split_left"),
        (join_stray_ends(joined, slots), "reading.end_joined"),
        (revive_raw_cells(joined, slots), "reading.raw_revived"),
        (drop_stub_below(joined, slots), "reading.copy_left_out"),
    ):
        if all(_shape(pieces) != _shape(way.pieces) for way in ways):
            ways.append(_Way(pieces, slots, (*file.said, said)))
    if not any(slot.kind in (ANSWER, TEST) for slot in first.match.places.values()):
        raise NotThisAssignmentError("submission.not_this")
    _refuse_many(max(len(there) for way in ways for there in [[], *way.answers.values()]))
    readings = {reading.notebook: reading for way in reversed(ways) for reading in way.readings()}

    parts = set(cut) - set(handed)
    chosen = first.chosen(0)
    repairs = findings(slots, first.pieces, first.match, chosen, first.answers, parts, added)
    for name, made in (("repair.merged", parts), ("repair.split", set(first.pieces) - set(cut))):
        places = [place for piece, place in first.match.places.items() if piece in made]
        repairs += [concerning(name, places)] if places else []
    if cut_short := [piece for piece in first.pieces if piece.cut]:
        places = [first.match.places[piece] for piece in cut_short if piece in first.match.places]
        repairs.append(concerning("repair.cut", places))
    if file.version.startswith("3"):
        repairs.append(Repair("repair.format", {"version": file.version}))
    return Repaired(tuple(readings.values())[::-1], tuple(repairs))


@dataclass(frozen=True)
class _Way:
    """One way to put pieces together, and where they belong."""

    pieces: list[Piece]
    slots: Slots
    said: tuple[str, ...]  # how it differs from others, as keys of messages

    @cached_property
    def match(self) -> Match:
        return match(self.pieces, self.slots)

    @cached_property
    def answers(self) -> dict[Slot, list[Piece]]:
        """The different answers to each exercise; an untouched copy is none beside another."""
        found = {}
        for slot in self.slots.answers:
            there = self.match.of.get(slot, [])
            different = {exact(piece.source): piece for piece in reversed(there)}
            touched = {
                said: piece
                for said, piece in different.items()
                if said and key(piece.source) not in slot.keys
            }
            its = slot.cell.cell_type
            sure = any(p.kind == its or p.name == slot.name for p in touched.values())
            if answers := [*(touched if sure else different).values()]:
                found[slot] = answers[::-1]
        return found

    def chosen(self, number: int) -> dict[Slot, Piece]:
        """The piece at each place; of different answers to an exercise that of this number."""
        first = {slot: there[0] for slot, there in self.match.of.items()}
        return first | {s: there[min(number, len(there) - 1)] for s, there in self.answers.items()}

    def readings(self) -> Iterator[Reading]:
        """The notebooks that this way gives, the likeliest last."""
        for number in reversed(range(max(map(len, self.answers.values()), default=1))):
            said = (*self._answered(number), *map(Message, self.said))
            moved = (*said, Message("reading.moved_left"))
            for as_moved, description in ((True, moved), (False, said)):
                told = description or (Message("reading.as_repaired"),)
                yield Reading(self._notebook(number, as_moved), told)

    def _answered(self, number: int) -> Iterator[Message]:
        for slot, there in self.answers.items():
            if len(there) > 1:
                at = min(number, len(there) - 1)
                which = {"number": str(at + 1), "count": str(len(there))}
                key, line = _quoted(there, at)
                yield Message(key, {"exercise": slot.name, "line": line} | which)

    def _notebook(self, number: int, as_moved: bool) -> bytes:
        chosen = self.chosen(number)
        taken = set(chosen.values())
        different = {piece for there in self.answers.values() for piece in there}
        own = {}
        for piece in self.pieces:
            slot = self.match.places.get(piece)
            if piece in taken or not piece.source.strip():
                continue
            if slot is None or slot.kind in (CODE, TEXT):
                own[piece] = piece
            elif piece in different:  # to be read, not run
                own[piece] = replace(piece, kind="raw")
        order = arrange(self.slots, self.pieces, chosen, set(own))
        if as_moved:
            order = left_above(self.slots, self.pieces, chosen, order)
        cells = []
        for at in order:
            if isinstance(at, Slot):
                cells.append(_released(at, chosen.get(at)))
            else:
                cells.append(_own(own[at], f"own-{len(cells)}"))
        return json.dumps(self.slots.release | {"cells": cells}, ensure_ascii=False).encode("utf-8")


def _refuse_many(readings: int) -> None:
    if readings > MOST_READINGS:
        raise TooManyReadingsError("submission.too_many_readings", count=str(readings))


def _shape(pieces: list[Piece]) -> list[tuple[str, str]]:
    return [(piece.kind, piece.source) for piece in pieces]


def _quoted(answers: list[Piece], number: int) -> tuple[str, str]:
    """The first line that this of several answers has and another has not, or the reverse.

    Before it the key of what is said of it.
    """
    mine = dict.fromkeys(_lines(answers[number]))
    other = [line for n, piece in enumerate(answers) if n != number for line in _lines(piece)]
    others = dict.fromkeys(other)
    own = next((line for line in mine if line not in others), "")
    lacking = next((line for line in others if line not in mine), "…")
    return "reading.answer" if own else "reading.answer_without", brief(own or lacking, 60)


def _lines(piece: Piece) -> list[str]:
    return [line for line in piece.source.split("\n") if line.strip()]


def _released(slot: Slot, piece: Piece | None) -> dict[str, Any]:
    """A cell of the release, with what the student made of it where that counts."""
    if piece is None and slot.kind in (ANSWER, WRITTEN):
        return slot.cell | {"id": f"{MISSING}{slot.name}"[:64]}
    if piece is None or slot.fixed:
        return slot.cell
    return slot.cell | _content(replace(piece, kind=slot.cell.cell_type))


def _own(piece: Piece, name: str) -> dict[str, Any]:
    """A cell of the student's own."""
    empty: dict[str, Any] = {"outputs": [], "execution_count": None} if piece.kind == "code" else {}
    return {"cell_type": piece.kind, "id": name, "metadata": {}} | empty | _content(piece)


def _content(piece: Piece) -> dict[str, Any]:
    if piece.kind == "code":
        return {"source": legible(piece.source)}
    images = {"attachments": piece.attachments} if piece.attachments else {}
    return {"source": piece.source} | images
