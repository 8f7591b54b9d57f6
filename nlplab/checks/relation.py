"""What kind of change makes of what is right what was found: an order, a sign, one too many.

It holds of the two values as they are, so it is true whatever the answer's code looks like, and
says neither the place nor the value.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

from nlplab.checks.facts import same


def of_shapes(found: Sequence[int], right: Sequence[int]) -> str | None:
    """The kind of change between two shapes, as `kind.axes_swapped`; None where it is no known."""
    if len(found) == len(right):
        if sorted(found) == sorted(right):
            return "kind.axes_swapped"
        apart = [one - other for one, other in zip(found, right, strict=True) if one != other]
        return {1: "kind.one_more", -1: "kind.one_less"}.get(apart[0]) if len(apart) == 1 else None
    if _without_one(right, found):
        return "kind.axis_missing"
    return "kind.axis_extra" if _without_one(found, right) else None


def of_values(found: Any, right: Any) -> str | None:
    """The kind of change between two recorded values; None where it is no known."""
    if isinstance(found, str) and isinstance(right, str):
        return _texts(found, right)
    if not (isinstance(found, list) and isinstance(right, list)):
        found, right = [found], [right]
    if len(found) == len(right):
        return next((kind for kind, holds in _ALIKE.items() if holds(found, right)), None)
    if not found:
        return "kind.nothing"
    if len(found) < len(right):
        if found == right[: len(found)]:
            return "kind.end_missing"
        if found == right[-len(found) :]:
            return "kind.start_missing"
        return "kind.some_missing" if _within(found, right) else None
    if right and right == found[: len(right)]:
        return "kind.end_added"
    return "kind.some_added" if right and _within(right, found) else None


def _texts(found: str, right: str) -> str | None:
    if not found:
        return "kind.nothing"
    if found.split() == right.split() or "".join(found.split()) == "".join(right.split()):
        return "kind.spaces"
    if found.casefold() == right.casefold():
        return "kind.case"
    if right.startswith(found):
        return "kind.end_missing"
    if right.endswith(found):
        return "kind.start_missing"
    if found.startswith(right):
        return "kind.end_added"
    return "kind.some_added" if right in found else None


def _without_one(long: Sequence[int], short: Sequence[int]) -> bool:
    """Whether leaving one size out of `long` gives `short`."""
    return any([*long[:at], *long[at + 1 :]] == [*short] for at in range(len(long)))


def _within(short: Sequence[Any], long: Sequence[Any]) -> bool:
    """Whether `long` holds the items of `short` in this order, with others between."""
    rest = iter(long)
    return all(any(one == other for other in rest) for one in short)


def _numbers(values: Sequence[Any]) -> bool:
    return all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)


def _nan(found: Sequence[Any], right: Sequence[Any]) -> bool:
    return "nan" in found and "nan" not in right


def _nothing(found: Sequence[Any], right: Sequence[Any]) -> bool:
    return _numbers(found) and not any(found) and _numbers(right) and any(right)


def _sign(found: Sequence[Any], right: Sequence[Any]) -> bool:
    return _numbers(found) and _numbers(right) and same([-v for v in found], [*right])


def _inverted(found: Sequence[Any], right: Sequence[Any]) -> bool:
    bools = len(found) > 1 and all(isinstance(value, bool) for value in (*found, *right))
    return bools and found == [not value for value in right]


def _backwards(found: Sequence[Any], right: Sequence[Any]) -> bool:
    return len(found) > 1 and same([*found][::-1], [*right])


def _order(found: Sequence[Any], right: Sequence[Any]) -> bool:
    if len(found) < 2 or not (_numbers(found) and _numbers(right)):
        return len(found) > 1 and sorted(map(repr, found)) == sorted(map(repr, right))
    return len({*right}) > 2 and same(sorted(found), sorted(right))


def _one_off(found: Sequence[Any], right: Sequence[Any]) -> bool:
    ints = all(type(value) is int for value in (*found, *right))
    return ints and {one - other for one, other in zip(found, right, strict=True)} in ({1}, {-1})


def _scaled(found: Sequence[Any], right: Sequence[Any]) -> bool:
    if len(found) < 2 or not (_numbers(found) and _numbers(right) and any(right) and any(found)):
        return False
    largest = max(range(len(right)), key=lambda at: abs(right[at]))
    factor = found[largest] / right[largest]
    if math.isclose(factor, 0, abs_tol=1e-6) or len({*right}) < 3:
        return False
    return same([*found], [factor * value for value in right])


def _shifted(found: Sequence[Any], right: Sequence[Any]) -> bool:
    if len(found) < 2 or not (_numbers(found) and _numbers(right)) or len({*right}) < 3:
        return False
    return same([*found], [value + found[0] - right[0] for value in right])


_ALIKE: dict[str, Callable[[Sequence[Any], Sequence[Any]], bool]] = {
    "kind.nan": _nan,
    "kind.zeros": _nothing,
    "kind.sign": _sign,
    "kind.inverted": _inverted,
    "kind.one_off": _one_off,
    "kind.backwards": _backwards,
    "kind.order": _order,
    "kind.scaled": _scaled,
    "kind.shifted": _shifted,
}
