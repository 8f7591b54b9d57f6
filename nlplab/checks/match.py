"""From what was observed to what a student is told: right, a known mistake, or where it departs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nlplab.checks import relation
from nlplab.checks.facts import Facts, departures, missing, same
from nlplab.checks.places import where
from nlplab.messages import say

CHANGED = "changed argument "  # the aspect of an argument that a call did not leave as it was


@dataclass(frozen=True)
class Known:
    """A mistake of the answer bank: its key, and the facts in which it departs from right."""

    key: str
    departs: Facts


@dataclass(frozen=True)
class Expected:
    """What was recorded of one check: what is right, known mistakes, and points to be shown."""

    right: Facts
    known: tuple[Known, ...]
    points: float = 0


def differs(found: Facts, right: Facts) -> Facts:
    """The facts in which an answer is wrong, empty for a right one; what is lacking is None."""
    return departures(found, right) | dict.fromkeys(missing(found, right))


def mistake(found: Facts, expected: Expected) -> str | None:
    """The key of the known mistake that fits best; None where none does, or two as well.

    Of two that explain as much, what was banned and used is what went wrong: values that it gives
    may be those of another mistake by chance.
    """
    departed = departures(found, expected.right)
    sizes: dict[str, tuple[int, int]] = {}
    for each in expected.known:
        if fits(each.departs, departed):
            used = sum(name.endswith(":used") for name in each.departs)
            sizes[each.key] = max(sizes.get(each.key, (0, 0)), (len(each.departs), used))
    most = max(sizes.values(), default=(0, 0))
    best = [key for key, size in sizes.items() if size == most]
    return best[0] if len(best) == 1 else None


def fits(wanted: Facts, departed: Facts) -> bool:
    """Whether a known mistake, which departs in `wanted`, is what an answer that departs so made.

    All in which the mistake departs has to depart alike, and to be half of what departs or more:
    what explains less is not what went wrong.
    """
    if not wanted or 2 * len(wanted) < len(departed):
        return False
    return all(name in departed and same(departed[name], what) for name, what in wanted.items())


@dataclass(frozen=True)
class Departure:
    """The first fact in which an answer departs, for a general message."""

    key: str
    values: dict[str, Any]
    name: str


def first(found: Facts, right: Facts) -> Departure:
    """Where an answer departs first, in the order of what is right, for a general message."""
    wrong = differs(found, right)
    order: Iterable[str] = [*right, *(name for name in wrong if name not in right)]
    name = next(name for name in order if name in wrong)
    aspect = name.rpartition(":")[2]
    at = where(name, right)
    values = {"where": at, "kind": _kind(found, right, name)}
    if aspect == "kind" and found.get(name) == "None" and not at:
        return Departure("check.none", {}, name)
    if aspect == "kind" and found.get(name) == "None" and ":gradients" in name:
        return Departure("check.gradient_missing", values, name)
    if aspect == "used":
        return Departure("check.banned", {"names": _told(found, name)}, name)
    if aspect == "refused":
        key = "check.not_refused" if found.get(name) is None else "check.refused_otherwise"
        refused = {"expected": _told(right, name), "actual": _told(found, name)}
        return Departure(key, refused, name)
    if aspect.startswith(CHANGED):
        return Departure("check.argument_changed", {"number": aspect.removeprefix(CHANGED)}, name)
    return Departure(_KEYS.get(aspect, "check.value"), values, name)


def _kind(found: Facts, right: Facts, name: str) -> str:
    """What kind of change it is, to follow a general message; nothing where none is known."""
    aspect = name.rpartition(":")[2]
    if name not in found or name not in right or aspect in ("kind", "items", "dtype"):
        return ""
    lists = isinstance(found[name], list) and isinstance(right[name], list)
    of = relation.of_shapes if aspect == "shape" and lists else relation.of_values
    if aspect == "length":
        at = name.rpartition(":")[0] + ":value"
        found, right, name = {at: found.get(at)}, {at: right.get(at)}, at
    key = of(found[name], right[name])
    return say(key) if key else ""


_KEYS: Mapping[str, str] = {
    "kind": "check.type",
    "items": "check.type",
    "shape": "check.shape",
    "dtype": "check.dtype",
    "length": "check.length",
    "keys": "check.keys",
    "columns": "check.columns",
    "rows": "check.rows",
}


def _told(of: Facts, name: str) -> str:
    value = of.get(name, "—")
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 120 else text[:119] + "…"
