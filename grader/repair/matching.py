"""Which cell of a submission is which cell of the release."""

from dataclasses import dataclass
from functools import cached_property

from grader.classroom.submission import Piece
from grader.notebooks.notebook import is_blank
from grader.repair.slots import ANSWER, WRITTEN, Slot, Slots
from grader.repair.texts import key, likeness, parses

ALIKE = 0.6  # likeness from which a cell is taken for one of the release
MOST_COMPARED = 300  # pieces whose likeness is measured


@dataclass(frozen=True)
class Match:
    """Every piece that has a place, with that place."""

    places: dict[Piece, Slot]

    @cached_property
    def of(self) -> dict[Slot, list[Piece]]:
        """The pieces at each place that has any."""
        found: dict[Slot, list[Piece]] = {}
        for piece, slot in self.places.items():
            found.setdefault(slot, []).append(piece)
        return found


def match(pieces: list[Piece], slots: Slots) -> Match:
    """Find places by grade_id, then by text or the names that code defines, id and likeness.

    Several pieces may have one place: copies, of which one is to be chosen.
    """
    places = _by_label(pieces, slots)
    for find in (_by_text, _by_names, _by_id, _by_likeness, _by_neighbours, _in_place_of_a_blank):
        places |= find([piece for piece in pieces if piece not in places], places, pieces, slots)
    return Match({piece: places[piece] for piece in pieces if piece in places})


def _by_label(pieces: list[Piece], slots: Slots) -> dict[Piece, Slot]:
    """A label counts, unless the code under it is the answer to an exercise that has no label."""
    known = [piece for piece in pieces if piece.name in slots.by_name]
    given = {piece.name for piece in known}
    found = {}
    for piece in known:
        slot = slots.by_name[piece.name]
        answers = slots.bound_by(piece.source)
        others = [other for other in answers if other.name not in given]
        astray = slot not in answers and others and key(piece.source) not in slots.by_key
        found[piece] = others[0] if astray and slot.kind != WRITTEN else slot
    return found


def _by_text(
    left: list[Piece], places: dict[Piece, Slot], pieces: list[Piece], slots: Slots
) -> dict[Piece, Slot]:
    """A text of the course, or that of an answer that has its place."""
    answered = {key(piece.source): slot for piece, slot in places.items() if slot.kind == ANSWER}
    found: dict[Piece, Slot] = {}
    taken = {*places.values()}
    for piece in left:
        same = slots.by_key.get(key(piece.source), [])
        if same:
            found[piece] = next((slot for slot in same if slot not in taken), same[0])
            taken.add(found[piece])
        elif slot := answered.get(key(piece.source)):
            found[piece] = slot
            taken.add(slot)
    return found


def _by_names(
    left: list[Piece], places: dict[Piece, Slot], pieces: list[Piece], slots: Slots
) -> dict[Piece, Slot]:
    """Code that defines what an answer must define.

    Beside an answer in a notebook that has all its labels, it is a student's own experiment.
    """
    whole = slots.by_name.keys() <= {piece.name for piece in pieces}
    answered = {s for p, s in places.items() if key(p.source) not in slots.by_key}
    free = [slot for slot in slots.answers if not whole or slot not in answered]
    bound = {piece: slots.bound_by(piece.source) for piece in left}
    named = {piece: next((s for s in bound[piece] if s in free), None) for piece in left}
    found = {piece: slot for piece, slot in named.items() if slot and piece.kind == "code"}
    taken = {*found.values(), *(answered if not whole else ())}
    others = {piece: slot for piece, slot in named.items() if slot and slot not in taken}
    return found | others


def _by_id(
    left: list[Piece], places: dict[Piece, Slot], pieces: list[Piece], slots: Slots
) -> dict[Piece, Slot]:
    found: dict[Piece, Slot] = {}
    for piece in left:
        slot = slots.own(piece)
        if slot and slot not in places.values() and slot not in found.values():
            found[piece] = slot
    return found


def _by_likeness(
    left: list[Piece], places: dict[Piece, Slot], pieces: list[Piece], slots: Slots
) -> dict[Piece, Slot]:
    """The likest pairs first."""
    taken = set(places.values())
    free = [slot for slot in slots.all if slot not in taken]
    compared = [(piece, key(piece.source)) for piece in left[:MOST_COMPARED]]
    pairs = [
        (alike, -index, piece, slot)
        for index, (piece, text) in enumerate(compared)
        for slot in free
        if text and (alike := max(likeness(text, other) for other in slot.keys)) >= ALIKE
    ]
    found: dict[Piece, Slot] = {}
    for _, _, piece, slot in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
        if piece not in found and slot not in found.values():
            found[piece] = slot
    return found


def _by_neighbours(
    left: list[Piece], places: dict[Piece, Slot], pieces: list[Piece], slots: Slots
) -> dict[Piece, Slot]:
    """The one cell that stands where one answer is missing, whatever it says."""
    order = {slot: index for index, slot in enumerate(slots.all)}
    taken = set(places.values())
    found: dict[Piece, Slot] = {}
    gap: list[Piece] = []
    before = -1
    for piece in [*pieces, None]:
        if piece is not None and piece not in places:
            gap += [piece] if piece.kind != "markdown" else []
            continue
        after = order[places[piece]] if piece else len(slots.all)
        missing = [s for s in slots.all[before + 1 : after] if s.kind == ANSWER and s not in taken]
        if len(gap) == len(missing) == 1:
            found[gap[0]] = missing[0]
        gap, before = [], after
    return found


def _in_place_of_a_blank(
    left: list[Piece], places: dict[Piece, Slot], pieces: list[Piece], slots: Slots
) -> dict[Piece, Slot]:
    """The text of a student's own that stands where a written answer is blank or missing."""
    written = {s for p, s in places.items() if s.kind == WRITTEN and not is_blank(p.source)}
    order = {slot: index for index, slot in enumerate(slots.all)}
    blank = [slot for slot in slots.answers if slot.kind == WRITTEN and slot not in written]
    beside = {at: slot for slot in blank for at in (order[slot] - 1, order[slot])}
    found: dict[Piece, Slot] = {}
    above = -1
    for piece in pieces:
        if piece in places:
            above = order[places[piece]]
        elif (slot := beside.get(above)) and slot not in found.values() and _is_text(piece):
            found[piece] = slot
    return found


def _is_text(piece: Piece) -> bool:
    return not is_blank(piece.source) and (piece.kind != "code" or not parses(piece.source))
