"""Cells that were merged are taken apart, and cells that were split are put together."""

import itertools
import re
from collections import Counter
from dataclasses import replace

from grader.classroom.submission import Piece
from grader.repair.slots import ANSWER, Slot, Slots
from grader.repair.texts import bound, is_end, key, lines, parses, plain

SHORTEST = 20  # characters of a text that is recognised inside another one
LONGEST = 20_000  # of a cell that others are joined with
MOST_PARTS = 60  # of one cell that was split
MOST_ENDS = 100  # cells that are looked at as ends of others: nobody's editor leaves more
NEAREST = 20  # answers that a lone end is tried with
_IMPORT = re.compile(r"^(import|from)\s", re.MULTILINE)


def split_merged(pieces: list[Piece], slots: Slots) -> list[Piece]:
    """The pieces, those that are several cells cut into these.

    Only what is nowhere else in the notebook is looked for: a text of the course at the beginning
    or the end of an answer, and an answer, by the names that it defines.
    """
    for cut in (_without_given, _by_answers, _without_given):
        there = {slots.own(piece) for piece in pieces}
        keys = {key(piece.source) for piece in pieces}
        binders = Counter(slot for piece in pieces for slot in slots.bound_by(piece.source))
        alone = {
            slot
            for piece in pieces
            if len(found := slots.bound_by(piece.source)) == 1
            for slot in found
            if slots.own(piece) in (None, slot)
        }
        absent = {slot for slot in slots.all if slot not in there and not slot.keys & keys}
        if cut is _by_answers:
            absent -= alone
        else:
            absent -= {slot for slot in absent if binders[slot] > 1}
        pieces = [part for piece in pieces for part in cut(piece, slots, absent)]
    return pieces


def join_split(pieces: list[Piece], slots: Slots, *, bold: bool = True) -> list[Piece]:
    """The pieces, those that follow one another and were one cell joined.

    A part that is indented goes on where the one above ends: if `bold`, even where the two give no
    valid Python, since the answer may have been none.
    """
    joined: list[Piece] = []
    parts = MOST_PARTS
    for piece in _reunited(pieces, slots):
        if parts < MOST_PARTS and _goes_on(joined[-1], piece, slots, bold):
            joined[-1] = _joined(joined[-1], piece)
            parts += 1
        else:
            joined.append(piece)
            parts = 1
    return joined


def join_stray_ends(pieces: list[Piece], slots: Slots) -> list[Piece]:
    """The pieces, indented ends that stand alone joined with the nearest answer that takes them."""
    order = list(pieces)
    for end in _ends(pieces, slots):
        at = order.index(end)
        nearest = sorted(enumerate(order), key=lambda there: abs(there[0] - at))
        begun = (piece for _, piece in nearest if slots.bound_by(piece.source))
        for piece in itertools.islice(begun, NEAREST):
            if parses(f"{plain(piece.source)}\n{plain(end.source)}"):
                order[order.index(piece)] = _joined(piece, end)
                order.remove(end)
                break
    return order


def drop_stub_below(pieces: list[Piece], slots: Slots) -> list[Piece]:
    """The pieces, what was released for an answer cut off below an answer to it in one cell."""

    def cut(piece: Piece) -> Piece:
        for slot in slots.bound_by(piece.source):
            said, whole = lines(piece.source), piece.source.split("\n")
            for text in slot.keys:
                stub = text.split("\n")
                if [line for _, line in said[-len(stub) :]] == stub and len(said) > len(stub):
                    above = "\n".join(whole[: said[-len(stub)][0]]).rstrip("\n")
                    if slot in slots.bound_by(above):
                        return replace(piece, source=above)
        return piece

    return [cut(piece) for piece in pieces]


def revive_raw_cells(pieces: list[Piece], slots: Slots) -> list[Piece]:
    """The pieces, what stands directly above an answer in a raw cell and is Python made code.

    It may be the beginning of that answer, such as its imports, in a cell that was retyped.
    """

    def is_asleep(piece: Piece, below: Piece) -> bool:
        begins = bool(slots.bound_by(below.source)) and _place(piece, slots) is None
        binds = _IMPORT.search(piece.source) or bound(piece.source)
        return piece.kind == "raw" and begins and bool(binds)

    beside = zip(pieces, [*pieces[1:], Piece("raw", "")], strict=True)
    return [replace(p, kind="code") if is_asleep(p, below) else p for p, below in beside]


def _reunited(pieces: list[Piece], slots: Slots) -> list[Piece]:
    """The pieces, an indented end directly below the answer that its label or its test names."""
    order = list(pieces)
    last: dict[Piece, Piece] = {}
    places = [_place(piece, slots) for piece in pieces]
    bound_by = {piece: slots.bound_by(piece.source) for piece in pieces}
    number = Counter(s for p in pieces for s in {slots.own(p), *bound_by[p]})
    ends = {*_ends(pieces, slots)}
    for at, end in enumerate(pieces):
        if end not in ends:
            if any(number[slot] == 2 for slot in itertools.islice(bound_by[end], 1)):
                order = _with_its_label(end, order, slots)
            continue
        beside = [*places[max(0, at - 1) : at], *places[at + 1 : at + 2]]
        answers = {slots.answer_of[place] for place in beside if place in slots.answer_of}
        answer = places[at] or (answers.pop() if len(answers) == 1 else None)
        begun = [p for p in pieces if p is not end and answer in bound_by[p]] if answer else []
        if len(begun) == 1 and not _follows(end, begun[0], order, slots):
            order.remove(end)
            order.insert(order.index(last.get(begun[0], begun[0])) + 1, end)
            last[begun[0]] = end
    return order


def _follows(end: Piece, begun: Piece, order: list[Piece], slots: Slots) -> bool:
    """Whether an end stands where its answer goes on."""
    first, last = order.index(begun), order.index(end)
    return first < last and all(_is_end(piece, slots) for piece in order[first + 1 : last])


def _with_its_label(answer: Piece, order: list[Piece], slots: Slots) -> list[Piece]:
    """The pieces, an answer without a label below the only cell that has it and no answer."""
    place = next(iter(slots.bound_by(answer.source)), None)
    if place is None or slots.own(answer) or key(answer.source) in slots.by_key:
        return order
    of_it = [p for p in order if slots.own(p) is place or place in slots.bound_by(p.source)]
    labelled = [p for p in of_it if p is not answer and key(p.source) not in slots.by_key]
    if len(of_it) != 2 or len(labelled) != 1 or slots.bound_by(labelled[0].source):
        return order
    rest = [piece for piece in order if piece is not answer]
    at = rest.index(labelled[0]) + 1
    return [*rest[:at], answer, *rest[at:]]


def _ends(pieces: list[Piece], slots: Slots) -> list[Piece]:
    """The first of those that look like ends."""
    return [*itertools.islice((piece for piece in pieces if _is_end(piece, slots)), MOST_ENDS)]


def _is_end(piece: Piece, slots: Slots) -> bool:
    """Whether it looks like the end of an answer whose beginning is elsewhere."""
    place = _place(piece, slots)
    of_an_answer = place is None or place.kind == ANSWER
    return piece.kind == "code" and of_an_answer and is_end(piece.source)


def _place(piece: Piece, slots: Slots) -> Slot | None:
    """Where it belongs by its text, if that is of the course; else by its label."""
    own, same = slots.own(piece), slots.by_key.get(key(piece.source), [])
    return own if own in same or not same else next(iter(same))


def _joined(first: Piece, second: Piece) -> Piece:
    source = f"{first.source}\n{second.source}"
    return replace(first, source=source, marks=first.marks or second.marks)


def _without_given(piece: Piece, slots: Slots, absent: set[Slot]) -> list[Piece]:
    """A piece, with the texts of the course at its beginning and its end cut off."""
    if key(piece.source) in slots.by_key:
        return [piece]
    own = slots.own(piece)
    begun = slots.bound_by(piece.source).keys()
    is_answer = bool(absent & begun) or (own is not None and own.kind == ANSWER)
    if not is_answer and not begun:
        return [piece]
    wanted = {slot for slot in {*absent, own} if slot and slot.kind != ANSWER}
    texts = [(text.split("\n"), slot) for slot in wanted for text in slot.keys]
    texts = [(text, slot) for text, slot in texts if sum(map(len, text)) >= SHORTEST]

    rest, whole = lines(piece.source), piece.source.split("\n")
    heads: list[Piece] = []
    tails: list[Piece] = []
    cut: set[Slot] = set()
    searching = True
    while searching:
        said = [line for _, line in rest]
        searching = False
        for text, slot in texts:
            size = len(text)
            tail = said[-size:] == text
            head = said[:size] == text and (is_answer or not slot.fixed)  # no test added to
            if size < len(said) and slot not in cut and (head or tail):
                there, rest = (rest[:size], rest[size:]) if head else (rest[-size:], rest[:-size])
                source = "\n".join(whole[there[0][0] : there[-1][0] + 1])
                found = Piece(slot.cell.cell_type, source)
                heads, tails = ([*heads, found], tails) if head else (heads, [found, *tails])
                cut.add(slot)
                searching = True
                break
    if not cut:
        return [piece]
    start = rest[0][0] if heads else 0
    end = rest[-1][0] + 1 if tails else len(whole)
    left = replace(piece, source="\n".join(whole[start:end]).strip("\n"))
    return [*heads, replace(left, id="", marks={}) if own in cut else left, *tails]


def _by_answers(piece: Piece, slots: Slots, absent: set[Slot]) -> list[Piece]:
    """A piece, cut where answers begin that have no cell of their own."""
    starts = slots.bound_by(piece.source)
    if key(piece.source) in slots.by_key or not absent & starts.keys():
        return [piece]
    own = slots.own(piece)
    if own is None or own.kind != ANSWER:
        own = next(iter(starts))
    whole = piece.source.split("\n")
    said = plain(piece.source).split("\n")
    begins = {slot: _above(said, line) for slot, line in starts.items() if slot in {own} | absent}
    order = sorted(begins, key=begins.__getitem__)
    if own not in begins and begins[order[0]] > 0:  # what stands above the first is its own
        begins, order = {own: 0} | begins, [own, *order]
    if len(order) == 1:
        return [piece]
    begins[order[0]] = 0
    ends = [*(begins[slot] for slot in order[1:]), len(whole)]
    return [
        replace(piece, source=source) if slot is own else Piece("code", source)
        for slot, end in zip(order, ends, strict=True)
        if (source := "\n".join(whole[begins[slot] : end]).strip("\n"))
    ]


def _above(whole: list[str], line: int) -> int:
    """The line where a definition begins, with its decorators and the comments above it."""
    while line and whole[line - 1].startswith(("@", "#")):
        line -= 1
    return line


def _goes_on(first: Piece, second: Piece, slots: Slots, bold: bool) -> bool:
    """Whether the second of two pieces was the end of the first."""
    if len(first.source) > LONGEST:
        return False
    ours, theirs = slots.own(first), slots.own(second)
    begun = slots.bound_by(first.source)
    is_code = first.kind == "code" or begun or (ours and ours.kind == ANSWER)
    if not is_code or second.kind != "code":
        return False
    if theirs and theirs is not ours and (ours or theirs not in begun):
        return False
    if (ours and ours.fixed) or {key(first.source), key(second.source)} & slots.by_key.keys():
        return False
    above, below = plain(first.source), plain(second.source)
    both = f"{above}\n{below}"
    if is_end(below):
        return bold or parses(both) or not parses(above)
    if not parses(above) and parses(both):
        return True
    ours = ours or theirs
    if ours is None or ours.kind != ANSWER:
        return False
    there, here = ours.anchors & bound(above).keys(), ours.anchors & bound(below).keys()
    goes_on = here - there or (there and theirs is ours and second.name and not here)
    return bool(goes_on) and parses(both)
