"""The order of a repaired notebook: the release's, with a student's own cells where they stood."""

import re
from bisect import bisect_left
from collections.abc import Mapping

from grader.classroom.submission import Piece
from grader.repair.slots import ANSWER, TEST, TEXT, Slot, Slots
from grader.repair.texts import bound

MOST_MEANT = 3  # answers that a student may have moved on purpose
_WORD = re.compile(r"\w+")


def arrange(
    slots: Slots, pieces: list[Piece], chosen: Mapping[Slot, Piece], own: set[Piece]
) -> list[Slot | Piece]:
    """The places of the release in its order, and between them the pieces that are a student's own.

    A text that was deleted stays deleted. An own piece follows the nearest cell above it that stood
    in its order, and comes before a test that was deleted or moved, so that what it defines is
    there when the test runs.
    """
    steady = in_order(slots, pieces, chosen)
    place = {piece: slot for slot, piece in chosen.items()}
    following: dict[Slot | None, list[Piece]] = {}
    above: Slot | None = None
    for piece in pieces:
        if place.get(piece) in steady:
            above = place[piece]
        elif piece in own:
            following.setdefault(above, []).append(piece)

    arranged: list[Slot | Piece] = []
    waiting = following.get(None, [])
    for slot in slots.all:
        if slot in steady or slot.kind == TEST:
            arranged += waiting
            waiting = []
        if slot.kind != TEXT or slot in chosen:
            arranged.append(slot)
        if slot in steady:
            waiting = following.get(slot, [])
    return arranged + waiting


def left_above(
    slots: Slots, pieces: list[Piece], chosen: Mapping[Slot, Piece], arranged: list[Slot | Piece]
) -> list[Slot | Piece]:
    """The same order, but for answers that were moved up to code that uses them: they stay there.

    Where many cells were moved nobody meant it, and nothing is changed.
    """
    moved = [s for s in chosen.keys() - in_order(slots, pieces, chosen) if s.kind == ANSWER]
    order = list(arranged)
    for answer in moved if len(moved) <= MOST_MEANT else ():
        stood, names = pieces.index(chosen[answer]), bound(chosen[answer].source).keys()
        users = [
            at
            for at in order[: order.index(answer)]
            if (user := chosen.get(at) if isinstance(at, Slot) else at)
            and user.kind == "code"
            and pieces.index(user) > stood
            and names & set(_WORD.findall(user.source))
            and not (isinstance(at, Slot) and at.fixed)
        ]
        if users:
            order.remove(answer)
            order.insert(order.index(users[0]), answer)
    return order


def in_order(slots: Slots, pieces: list[Piece], chosen: Mapping[Slot, Piece]) -> set[Slot]:
    """The most places whose pieces stand in the release's order; the others were moved."""
    order = {slot: index for index, slot in enumerate(slots.all)}
    place = {piece: slot for slot, piece in chosen.items()}
    row = [place[piece] for piece in pieces if piece in place]
    ends: list[int] = []  # the last place of the best row of each length
    best: list[Slot] = []
    before: dict[Slot, Slot | None] = {}
    for slot in row:
        at = bisect_left(ends, order[slot])
        before[slot] = best[at - 1] if at else None
        ends[at : at + 1], best[at : at + 1] = [order[slot]], [slot]
    kept: set[Slot] = set()
    last = best[-1] if best else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
