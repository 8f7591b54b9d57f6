"""A call as the student would write it: `rnn_step(x [5], h [3], weight_ih [3, 5])`."""

import inspect
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from nlplab.checks.facts import kind_of

SHORT = 12  # numbers of a tensor that are written out
LETTERS = 60


@dataclass(frozen=True)
class Call:
    """What a case called, with what; `number` says which call of the case it was."""

    number: int
    function: Any
    args: Sequence[Any]
    kwargs: Mapping[str, Any]

    def spoken(self) -> str:
        """The call in the names that the student gave; nothing where those cannot be had."""
        with suppress(Exception):  # the student's own objects are asked
            names = _names(self.function)
            given = [_given(n, v) for n, v in zip(names, self.args, strict=False)]
            given += [_given("", value) for value in self.args[len(names) :]]
            given += [_given(name, value) for name, value in self.kwargs.items()]
            return f"{_name(self.function)}({', '.join(given)})"
        return ""


def _name(function: Any) -> str:
    return getattr(function, "__qualname__", type(function).__name__).rpartition(".")[2]


def _names(function: Any) -> list[str]:
    """The names of its parameters; of a model's those of `forward`."""
    forward = getattr(type(function), "forward", None)
    names = [*inspect.signature(forward or function).parameters]
    return names[1:] if forward else names


def _given(name: str, value: Any) -> str:
    kind = kind_of(value)
    if kind == "Tensor" and (value.is_floating_point() or value.numel() > SHORT):
        return f"{name} {list(value.shape)}".strip()
    if kind == "Tensor":
        value = value.tolist()
    elif kind == "object":
        return name or type(value).__name__
    elif kind in ("list", "tuple") and any(kind_of(item) == "Tensor" for item in value):
        return f"{name} ({', '.join(_given('', item) for item in value)})".strip()
    text = repr(value) if kind != "frame" else f"DataFrame {list(value.shape)}"
    text = text if len(text) <= LETTERS else text[: LETTERS - 1] + "…"
    return f"{name}={text}" if name else text
