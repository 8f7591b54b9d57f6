"""Recorded facts as a person reads them: a line of what it is, and its numbers in rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nlplab.checks.facts import Facts, same

ROWS, COLUMNS, LETTERS = 6, 8, 60


@dataclass(frozen=True)
class Tabled:
    """What a value is, as `Tensor [2, 3]`, and what is in it; True marks a cell that differs."""

    head: str
    rows: Sequence[Sequence[tuple[str, bool]]] = ()


def tabled(facts: Facts, place: str, other: Facts) -> Tabled:
    """The value at `place`, its cells marked where `other` has something else there."""
    kind = facts.get(f"{place}:kind")
    value: Any = facts.get(f"{place}:value")
    if kind is None:
        return Tabled("—" if f"{place}:value" not in facts else _brief(value))
    if kind in ("Tensor", "array"):
        shape = facts[f"{place}:shape"]
        apart = other.get(f"{place}:value") if other.get(f"{place}:shape") == shape else None
        head = f"{kind} {shape} {facts[f'{place}:dtype']}"
        width = shape[-1] if len(shape) > 1 else len(value)
        return Tabled(head, _rows(value, apart, width))
    if kind in ("list", "tuple", "iterator", "series"):
        length = facts[f"{place}:length"]
        if value is None:
            parts = [_head(facts, f"{place}.{number}") for number in range(min(length, COLUMNS))]
            return Tabled(f"{kind} ({length}): {', '.join(parts)}")
        apart = other.get(f"{place}:value")
        apart = apart if isinstance(apart, list) and len(apart) == len(value) else None
        return Tabled(f"{kind} ({length})", _rows(value, apart, len(value)))
    if kind == "frame":
        return Tabled(f"DataFrame ({facts[f'{place}:rows']}): {_brief(facts[f'{place}:columns'])}")
    if kind == "dict":
        return Tabled(f"dict: {', '.join(facts[f'{place}:keys'])[:LETTERS]}")
    return Tabled(_head(facts, place))


def _head(facts: Facts, place: str) -> str:
    """What a value is, in a word or two."""
    kind = str(facts.get(f"{place}:kind"))
    if kind in ("Tensor", "array"):
        return f"{kind} {facts[f'{place}:shape']}"
    if kind in ("int", "float", "bool", "str", "bytes", "set"):
        return f"{kind} {_brief(facts.get(f'{place}:value'))}"
    return f"{kind} ({facts[f'{place}:length']})" if f"{place}:length" in facts else kind


def _rows(
    values: Sequence[Any], apart: Sequence[Any] | None, width: int
) -> list[list[tuple[str, bool]]]:
    """At most ROWS rows of at most COLUMNS cells, from the first row on that differs."""
    if not values or not width:
        return []
    differ = [apart is not None and not same(one, apart[at]) for at, one in enumerate(values)]
    if all(differ):
        differ = [False] * len(differ)  # a mark at every cell says nothing
    cells = [(_cell(one), mark) for one, mark in zip(values, differ, strict=True)]
    rows = [cells[at : at + width] for at in range(0, len(cells), width)]
    first = next((at for at, row in enumerate(rows) if any(mark for _, mark in row)), 0)
    start = 0 if first < ROWS else first
    shown = [_cut(row) for row in rows[start : start + ROWS]]
    more = [[("…", False)]]
    return [*(more if start else []), *shown, *(more if start + ROWS < len(rows) else [])]


def _cut(row: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """A row of at most COLUMNS cells, its first that differs among them."""
    if len(row) <= COLUMNS:
        return row
    first = next((at for at, (_, mark) in enumerate(row) if mark), 0)
    start = 0 if first < COLUMNS else min(first, len(row) - COLUMNS)
    more = [("…", False)]
    cut = row[start : start + COLUMNS]
    return [*(more if start else []), *cut, *(more if start + COLUMNS < len(row) else [])]


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    return repr(value) if len(repr(value)) <= 24 else repr(value)[:23] + "…"


def _brief(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= LETTERS else text[: LETTERS - 1] + "…"
