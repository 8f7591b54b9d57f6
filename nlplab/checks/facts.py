"""What can be said of a value, as plain data: kind, shape, dtype by kind, and the value itself.

    facts("result", (tensor, [2, 5]))
    {"result:kind": "tuple", "result:length": 2, "result.0:kind": "Tensor", …}

Two values that say the same have the same facts, whichever process they were made in.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from nlplab.checks.plain import extends, is_iterator, is_of, plain, plain_kind

Facts = dict[str, Any]  # by place and aspect, such as `result.0:shape`; JSON throughout

MOST = 2_000  # numbers, letters or items of one value that are looked at
DEEPEST = 8
RELATIVE, ABSOLUTE = 1e-4, 1e-5  # by which floats may differ


def facts(place: str, value: Any) -> Facts:
    """All that is observed of `value`, a plain one (see `plain`), which stands at `place`."""
    return dict(_facts(place, value, 0))


def outline(value: Any) -> list[Any]:
    """The kinds and shapes of a value, without what is in it; raises as `plain` does."""
    found = facts("", plain(value))
    return [[name, what] for name, what in found.items() if not name.endswith(":value")]


def number(value: float) -> float | str:
    """A number in six digits, as it is recorded."""
    if not math.isfinite(value):
        return repr(float(value))
    return float(f"{value:.6g}")


def _facts(place: str, value: Any, depth: int) -> Iterator[tuple[str, Any]]:
    kind = kind_of(value)
    yield f"{place}:kind", kind
    if depth == DEEPEST:
        return
    if kind in ("int", "float", "bool", "str", "bytes"):
        yield f"{place}:value", _scalar(value)
    elif kind in ("Tensor", "array"):
        yield from _array(place, value)
    elif kind in ("list", "tuple", "iterator"):
        yield from _items(place, [*value], depth)
    elif kind == "set":
        yield f"{place}:value", sorted(map(_name, value))[:MOST]
    elif kind == "dict":
        yield from _mapping(place, value, depth)
    elif kind == "frame":
        names = plain(value.columns.tolist())
        yield f"{place}:columns", [str(_scalar(name)) for name in names]
        yield f"{place}:rows", len(value)
        for at, name in enumerate(names):
            which = _name(name) if names.count(name) == 1 else f"{_name(name)}, {at}"
            yield from _items(f"{place}[{which}]", plain(value.iloc[:, at].tolist()), depth)
    elif kind == "series":
        yield from _items(place, plain(value.tolist()), depth)


def kind_of(value: Any) -> str:
    """What a value is, whatever class of its own it may be of or claim to be of."""
    kind = type(value)
    if value is None:
        return "None"
    if is_of(kind, "torch", "Tensor") or is_of(kind, "torch.nn", "Parameter"):
        return "Tensor"
    if is_of(kind, "numpy", "ndarray"):
        return "array"
    if extends(kind, "pandas", "DataFrame"):
        return "frame"
    if extends(kind, "pandas", "Series"):
        return "series"
    if is_iterator(kind):
        return "iterator"
    base = plain_kind(kind)
    return "set" if base is frozenset else base.__name__ if base else "object"


def _scalar(value: Any) -> Any:
    """A single value as data, of one that is none its kind."""
    kind = kind_of(value)
    if kind in ("bool", "None"):
        return value
    if kind == "int":
        return value if value.bit_length() < 64 else repr(value)[:MOST]
    if kind == "float":
        return number(value)
    if kind == "str":
        return value[:MOST]
    return repr(value)[:MOST] if kind == "bytes" else kind


def _array(place: str, value: Any) -> Iterator[tuple[str, Any]]:
    if kind_of(value) == "Tensor":
        value = value.detach()
    yield f"{place}:shape", list(value.shape)
    yield f"{place}:dtype", _counted(str(value.dtype))
    flat = value.reshape(-1)[:MOST].tolist()
    yield f"{place}:value", [_scalar(item) for item in flat]


def _counted(dtype: str) -> str:
    """What a dtype counts, whatever its width: `float`, `int`, `bool` or its own name."""
    kinds = ("float", "int", "bool", "complex")
    return next((kind for kind in kinds if kind in dtype), dtype)


def _items(place: str, items: Sequence[Any], depth: int) -> Iterator[tuple[str, Any]]:
    """Of items that are single values all in one; of others each by itself."""
    yield f"{place}:length", len(items)
    items = items[:MOST]
    singles = [_single(item) for item in items]
    yield f"{place}:items", sorted({kind_of(item) for item in items})
    if all(item is not _MANY for item in singles):
        yield f"{place}:value", [_scalar(item) for item in singles]
        return
    for index, item in enumerate(items):
        yield from _facts(f"{place}.{index}", item, depth + 1)


_MANY = object()


def _single(item: Any) -> Any:
    """A single number or text, out of a tensor too; else `_MANY`."""
    if kind_of(item) == "Tensor" and item.numel() == 1:
        return item.detach().reshape(-1).tolist()[0]
    return item if kind_of(item) in ("int", "float", "bool", "str", "None") else _MANY


def _mapping(place: str, value: Mapping[Any, Any], depth: int) -> Iterator[tuple[str, Any]]:
    named = {_name(key): item for key, item in itertools.islice(value.items(), MOST)}
    yield f"{place}:keys", sorted(named)
    for name in sorted(named):
        yield from _facts(f"{place}[{name}]", named[name], depth + 1)


def _name(key: Any) -> str:
    """How a key is written, but for objects, which write what they like."""
    if isinstance(key, tuple):
        return f"({', '.join(map(_name, key))})"
    return kind_of(key) if kind_of(key) == "object" else repr(key)


def same(one: Any, other: Any) -> bool:
    """Whether two recorded values are equal; of floats, of any size, to within what processors
    differ in: one whole model gave probabilities 4e-5 of their size apart on two of them.
    """
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    numbers = (int, float)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int) and isinstance(other, int):
        return one == other
    if isinstance(one, numbers) and isinstance(other, numbers):
        return math.isclose(one, other, rel_tol=RELATIVE, abs_tol=ABSOLUTE)
    return bool(one == other)


def departures(found: Facts, right: Facts) -> Facts:
    """The facts in which `found` departs from what is right.

    An int will do for a float. What is right and was not found at all is no fact here: see
    `missing`.
    """
    return {
        name: value
        for name, value in found.items()
        if name not in right or not (same(value, right[name]) or _will_do(value, right[name]))
    }


def missing(found: Facts, right: Facts) -> list[str]:
    """The facts of what is right that were not found."""
    return [name for name in right if name not in found]


def _will_do(value: Any, right: Any) -> bool:
    kinds: Iterable[Any] = value if isinstance(value, list) else [value]
    return right in ("float", ["float"]) and {*map(str, kinds)} <= {"int", "float"}
