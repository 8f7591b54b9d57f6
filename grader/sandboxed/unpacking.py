"""Values out of the JSON of a message, within a budget for what they take once they are made.

Whoever wrote the message may have made it small and what comes of it large, or slow to be put
into a set: what one message may hold is counted, an array is there once, and nothing is a key
whose hash its writer could choose for many.
"""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

MAX_BYTES = 64 * 2**20  # of a message, and of what its arrays become
MAX_VALUES = 400_000  # in a message, those in other values counted
MAX_DEPTH = 40
MAX_KEY = 1_000  # letters of a key
MAX_TUPLES = 2_000  # that are keys, since their hashes can be made alike
MAX_TUPLE = 8  # values in such a key
MAX_WORD = 40  # letters of a dtype, or of a number that is written as text
_SETS = {"set": set, "frozenset": frozenset}

Resolve = Callable[[Any], Any]


class ProtocolError(Exception):
    """A value that cannot travel, or bytes that hold none."""


class Unpacking:
    """The values of one message. `resolve` makes an object of the JSON of a reference."""

    def __init__(self, resolve: Resolve, arrays: dict[str, Any]) -> None:
        self._resolve, self._arrays = resolve, arrays
        self._values, self._bytes, self._tuples = MAX_VALUES, MAX_BYTES, MAX_TUPLES

    def unpack(self, tree: Any, depth: int = 0) -> Any:
        """The value that JSON stands for; raises ProtocolError, and whatever nonsense raises."""
        self._values -= len(tree) if isinstance(tree, list) else 1
        if depth > 2 * MAX_DEPTH or self._values < 0:
            raise ProtocolError("nested too deep" if self._values >= 0 else "too many values")
        if isinstance(tree, list):
            return [self.unpack(i, depth + 1) if type(i) in (list, dict) else i for i in tree]
        if not isinstance(tree, dict):
            return tree
        [(tag, body)] = tree.items()
        if tag == "float":
            return float(body[:MAX_WORD])
        if tag in ("tuple", "set", "frozenset", "dict", "iterator"):
            return self._container(tag, self.unpack(body, depth + 1))
        if tag == "bytes":
            return base64.b64decode(body)
        if tag == "path":
            return Path(body)
        if tag == "reference":
            return self._resolve(body)
        if tag in ("tensor", "torch.dtype", "torch.device"):
            return self._torch(tag, body)
        if tag == "array":
            return self._array(body)
        return (
            self._numpy(tag, body, depth)
            if tag in ("objects", "scalar")
            else self._pandas(tag, body, depth)
        )

    def _container(self, tag: str, items: list[Any]) -> Any:
        if tag == "tuple":
            return tuple(items)
        if tag == "iterator":
            return iter(items)
        if tag == "dict":
            return {self._key(key): value for key, value in items}
        return _SETS[tag](map(self._key, items))

    def _key(self, key: Any) -> Any:
        """`key`, unless many like it could be made to share a hash, and a dict of them to crawl."""
        if type(key) is tuple:
            self._tuples -= 1
            if self._tuples < 0 or len(key) > MAX_TUPLE or any(type(k) is tuple for k in key):
                raise ProtocolError("too many or too large tuples as keys")
            return tuple(map(self._key, key))
        if isinstance(key, int) and key.bit_length() > 63:
            raise ProtocolError("a key of more than 63 bits")
        if isinstance(key, str | bytes) and len(key) > MAX_KEY:
            raise ProtocolError(f"a key of more than {MAX_KEY:,} letters")
        by_identity = getattr(type(key), "__hash__", None) is object.__hash__
        plain = isinstance(key, int | float | str | bytes | Path | None)
        if not (plain or by_identity or _is_number(key)):
            raise ProtocolError(f"a key that is a {type(key).__name__}")
        return key

    def _keys(self, tree: Any, depth: int) -> list[Any]:
        """The names of the columns or of the rows of a table."""
        return [*map(self._key, self.unpack(tree, depth))]

    def _array(self, name: str, width: int = 0) -> Any:
        """An array, which is there but once; each of its numbers is to take `width` bytes."""
        array = self._arrays.pop(name)
        self._bytes -= array.size * max(width, array.dtype.itemsize)
        if self._bytes < 0:
            raise ProtocolError(f"arrays of more than {MAX_BYTES >> 20} MiB")
        return array

    def _torch(self, tag: str, body: Any) -> Any:
        import torch

        if tag == "torch.device":
            return torch.device(body[:MAX_WORD])
        name = body if tag == "torch.dtype" else body[1]
        dtype = getattr(torch, name[:MAX_WORD].removeprefix("torch."))
        if not isinstance(dtype, torch.dtype):
            raise ProtocolError("no dtype")
        if tag == "torch.dtype":
            return dtype
        array = self._array(body[0], dtype.itemsize)
        return torch.from_numpy(array).to(dtype).requires_grad_(body[2])

    def _numpy(self, tag: str, body: Any, depth: int) -> Any:
        import numpy

        if tag == "objects":
            shape, items = body
            objects = numpy.empty(len(items), dtype=object)
            objects[:] = self.unpack(items, depth + 1)
            return objects.reshape(shape)
        dtype = numpy.dtype(body[0][:MAX_WORD])
        if dtype.kind not in "biufcMm":
            raise ProtocolError(f"no number: {dtype}")
        return dtype.type(self.unpack(body[1], depth + 1))

    def _pandas(self, tag: str, body: Any, depth: int) -> Any:
        import pandas

        if tag == "frame":
            names, index = self._keys(body[0], depth + 1), self._keys(body[1], depth + 1)
            columns = [self._series(dtype, items, index, depth) for dtype, items in body[2]]
            return pandas.DataFrame(dict(enumerate(columns)), index=index).set_axis(names, axis=1)
        if tag == "series":
            name, index = self._key(self.unpack(body[0], depth + 1)), self._keys(body[1], depth + 1)
            dtype, items = body[2]
            return self._series(dtype, items, index, depth).rename(name)
        raise ProtocolError(f"unknown tag {tag[:MAX_WORD]!r}")

    def _series(self, dtype: str, items: Any, index: list[Any], depth: int) -> Any:
        import pandas

        self._values -= len(index)
        known = dtype if dtype.startswith(("int", "uint", "float", "bool")) else None
        data = self.unpack(items, depth + 2)
        return pandas.Series(data, index=index, dtype=known or "object")


def _is_number(key: Any) -> bool:
    """Whether a key is one of numpy's numbers, as wide as Python's at most."""
    import numpy

    return isinstance(key, numpy.generic) and key.dtype.kind in "biuf" and key.dtype.itemsize <= 8
