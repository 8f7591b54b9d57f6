"""Where two values differ first: in type, then in shape, then in value."""

import itertools
import math
from collections.abc import Iterator
from typing import Any

from nlplab.outcomes import Mistake, NotAttempted, is_blank
from nlplab.shapes import describe

LIMIT = 100_000


def difference(
    actual: Any, expected: Any, tolerance: float = 1e-5, where: str = ""
) -> Mistake | None:
    """The first difference as a Mistake, None where there is none.

    Floats are equal to within `tolerance`, absolute and relative. NumPy numbers count as plain
    ones, an iterator as the list of its first 100,000 items, tensors and arrays of any float (or
    integer) width as one type. `where` is the place of the two values in a larger one.

    Raises NotAttempted where a FIXME is found.
    """
    if is_blank(actual):
        raise NotAttempted
    actual, expected = _plain(actual), _plain(expected)
    if actual is None and expected is not None and not where:
        return Mistake("check.none")

    kind = _kind(expected)
    if _kind(actual) != kind:
        return _mistake("check.type", where, describe(expected), describe(actual))
    compare = _COMPARISONS.get(kind, _values)
    return compare(actual, expected, tolerance, where)


def _plain(value: Any) -> Any:
    if isinstance(value, Iterator):
        return list(itertools.islice(value, LIMIT))
    if hasattr(value, "item") and getattr(value, "ndim", None) == 0 and _kind(value) != "Tensor":
        return value.item()
    return value


def _kind(value: Any) -> str:
    for base in type(value).__mro__:
        if base.__name__ in _COMPARISONS or base in (str, bool, int, set):
            return base.__name__
    return type(value).__name__


def _values(actual: Any, expected: Any, _: float, where: str) -> Mistake | None:
    return None if actual == expected else _value(where, expected, actual)


def _floats(actual: float, expected: float, tolerance: float, where: str) -> Mistake | None:
    if math.isnan(actual) and not math.isnan(expected):
        return _mistake("check.nan", where, expected, actual)
    both_nan = math.isnan(actual) and math.isnan(expected)
    if both_nan or math.isclose(actual, expected, rel_tol=tolerance, abs_tol=tolerance):
        return None
    return _value(where, expected, actual)


def _sequences(actual: Any, expected: Any, tolerance: float, where: str) -> Mistake | None:
    if len(actual) != len(expected):
        return _mistake("check.length", where, _counted(expected), _counted(actual))
    items = enumerate(zip(actual, expected, strict=True))
    found = (difference(a, e, tolerance, f"{where}[{i}]") for i, (a, e) in items)
    return next(filter(None, found), None)


def _dicts(actual: Any, expected: Any, tolerance: float, where: str) -> Mistake | None:
    if set(actual) != set(expected):
        return _mistake("check.keys", where, _brief(list(expected)), _brief(list(actual)))
    found = (difference(actual[k], expected[k], tolerance, f"{where}[{k!r}]") for k in expected)
    return next(filter(None, found), None)


def _tensors(actual: Any, expected: Any, tolerance: float, where: str) -> Mistake | None:
    return _arrays(actual.detach().cpu(), expected.detach().cpu(), tolerance, where)


def _arrays(actual: Any, expected: Any, tolerance: float, where: str) -> Mistake | None:
    if tuple(actual.shape) != tuple(expected.shape):
        return _mistake("check.shape", where, tuple(expected.shape), tuple(actual.shape))
    if _number(actual.dtype) != _number(expected.dtype):
        return _mistake("check.dtype", where, expected.dtype, actual.dtype)
    return _first(actual.tolist(), expected.tolist(), tolerance, where)


def _first(actual: Any, expected: Any, tolerance: float, where: str) -> Mistake | None:
    """The first difference in nested lists of one shape."""
    if not isinstance(expected, list):
        return difference(actual, expected, tolerance, where)
    pairs = enumerate(zip(actual, expected, strict=True))
    found = (_first(a, e, tolerance, f"{where}[{i}]") for i, (a, e) in pairs)
    return next(filter(None, found), None)


def _frames(actual: Any, expected: Any, tolerance: float, where: str) -> Mistake | None:
    columns, wanted = list(actual.columns), list(expected.columns)
    if columns != wanted:
        return _mistake("check.columns", where, _brief(wanted), _brief(columns))
    if len(actual) != len(expected):
        return _mistake("check.rows", where, len(expected), len(actual))
    found = (
        difference(actual[name].tolist(), expected[name].tolist(), tolerance, f"{where}[{name!r}]")
        for name in wanted
    )
    return next(filter(None, found), None)


def _series(actual: Any, expected: Any, tolerance: float, where: str) -> Mistake | None:
    return difference(actual.tolist(), expected.tolist(), tolerance, where)


_COMPARISONS = {
    "float": _floats,
    "list": _sequences,
    "tuple": _sequences,
    "dict": _dicts,
    "Tensor": _tensors,
    "ndarray": _arrays,
    "DataFrame": _frames,
    "Series": _series,
}


def _number(dtype: Any) -> str:
    """What a dtype counts: `float`, `int` or `bool`, whatever its width."""
    name = str(dtype).removeprefix("torch.")
    return "float" if "float" in name else "int" if "int" in name or name == "long" else name


def _value(where: str, expected: Any, actual: Any) -> Mistake:
    return _mistake("check.value", where, _brief(expected), _brief(actual))


def _mistake(key: str, where: str, expected: object, actual: object) -> Mistake:
    at = f" {where}" if where else ""
    return Mistake(key, where=at, kind="", expected=expected, actual=actual)


def _counted(value: Any) -> str:
    return f"{len(value)}: {_brief(value)}"


def _brief(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 120 else text[:119] + "…"
