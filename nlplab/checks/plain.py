"""What a student's code gives, in values that do nothing of the student's own.

Facts are read off such values alone, in a notebook as in a judge: a class that extends a list, lies
of its kind or raises where it is looked at says the same in both.
"""

import itertools
import re
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

from nlplab.outcomes import Mistake, NotAttempted, is_blank

MOST = {"items": 100_000, "letters": 1_000_000, "numbers": 10_000_000}  # numbers in arrays
BITS = 10_000
DEEPEST = 16
SHOWN = 2_000  # items of what may have no end
KINDS = (bool, int, float, str, list, tuple, set, frozenset, dict, bytes)
_DTYPE = re.compile(r"(torch\.)?(b?float(16|32|64)|u?int\d+|bool)")


def plain(value: Any) -> Any:
    """A copy of `value` in plain types; objects of other classes stay as they are.

    Of an iterator the first SHOWN items. Raises NotAttempted for a FIXME anywhere in it, Mistake
    for what is too large or too deep to be looked at.
    """
    return _Copy().of(value, 0)


def plain_kind(kind: type) -> type | None:
    """The built-in type that a value of class `kind` counts as, None where it is no plain value.

    Subclasses count as what they extend, but for classes that add meaning to a dict (as the
    outputs of transformers do) and for NumPy's numbers.
    """
    if kind.__module__ == "numpy":
        return None
    if issubclass(kind, dict) and kind.__module__ not in ("builtins", "collections", "__main__"):
        return None
    return next((base for base in KINDS if issubclass(kind, base)), None)


def is_of(kind: type, module: str, *names: str) -> bool:
    """Whether `kind` is one of the classes that `module` has, itself and not by its name alone."""
    home = sys.modules.get(module)
    return any(kind is getattr(home, name, None) for name in names)


def extends(kind: type, module: str, name: str) -> bool:
    """Whether `kind` is that class of `module` or extends it."""
    return any(is_of(base, module, name) for base in kind.__mro__)


def is_iterator(kind: type) -> bool:
    """Whether values of class `kind` hand out items one by one; files do not count."""
    return issubclass(kind, Iterator) and not hasattr(kind, "read")


class _Copy:
    """One copy in the making, and how much more may go into it."""

    def __init__(self) -> None:
        self._left = dict(MOST)

    def of(self, value: Any, depth: int) -> Any:
        if is_blank(value):
            raise NotAttempted
        self._take("items", 1)
        if depth > DEEPEST:
            _refuse(f"nested deeper than {DEEPEST}")
        kind = type(value)
        base = plain_kind(kind)
        if base is not None:
            return self._builtin(value, base, depth)
        if is_iterator(kind):
            return iter([self.of(item, depth + 1) for item in itertools.islice(value, SHOWN)])
        if is_of(kind, "torch", "Tensor") or is_of(kind, "torch.nn", "Parameter"):
            return self._tensor(value)
        if is_of(kind, "numpy", "ndarray"):
            return self._array(value, depth)
        if extends(kind, "numpy", "generic"):
            return value if value.dtype.kind in "mM" else self.of(value.item(), depth)
        for name in ("DataFrame", "Series"):
            if extends(kind, "pandas", name):
                return self._table(value, name, depth)
        return value

    def _builtin(self, value: Any, base: Any, depth: int) -> Any:
        """Read by the built-in type's own methods, whatever a subclass makes of these."""
        if base is bool:
            return value
        if base is int and int.bit_length(value) > BITS:
            _refuse(f"an int of more than {BITS} bits")
        if base in (int, float):
            return base.__pos__(value)
        if base in (str, bytes):
            self._take("letters", base.__len__(value))
            return str.__str__(value) if base is str else b"".join([value])
        if base is dict:
            return {
                self.of(key, depth + 1): self.of(item, depth + 1) for key, item in dict.items(value)
            }
        return base(self.of(item, depth + 1) for item in base.__iter__(value))

    def _tensor(self, value: Any) -> Any:
        import torch

        if value.layout is not torch.strided or not _DTYPE.fullmatch(str(value.dtype)):
            _refuse(f"a tensor of {value.layout} and {value.dtype}")
        self._take("numbers", torch.Tensor.numel(value))
        copied = torch.Tensor.detach(value).cpu()
        return copied.requires_grad_() if value.requires_grad else copied

    def _array(self, value: Any, depth: int) -> Any:
        import numpy

        self._take("numbers", value.size)
        if _DTYPE.fullmatch(str(value.dtype)):
            return value
        if value.dtype.kind not in "OUS":
            _refuse(f"an array of {value.dtype}")
        copied = numpy.empty(value.size, dtype=object)
        for place, item in enumerate(value.ravel().tolist()):
            copied[place] = self.of(item, depth + 1)
        return copied.reshape(value.shape)

    def _table(self, value: Any, name: str, depth: int) -> Any:
        """A frame or a series; what is in it must be small, and stays as it is."""
        import pandas

        table = getattr(pandas, name)(value)
        columns = (
            [table] if name == "Series" else [table.iloc[:, at] for at in range(table.shape[1])]
        )
        for column in columns:
            self.of(column.tolist(), depth + 1)
        return table

    def _take(self, what: str, count: int) -> None:
        self._left[what] -= count
        if self._left[what] < 0:
            _refuse(f"more than {MOST[what]} {what}")


def _refuse(reason: str) -> NoReturn:
    raise Mistake("check.bad_answer", reason=reason)
