"""What a call does beside its result: operations that it uses, arguments that it changes."""

import contextlib
import functools
import importlib
import inspect
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from nlplab.checks.facts import kind_of
from nlplab.checks.plain import plain


def watch(banned: Sequence[str], used: list[str]) -> Any:
    """A mode that notes the last operation of torch, and in `used` those that are banned.

    None where torch is not used.
    """
    if "torch" not in sys.modules:
        return None
    from torch import Tensor
    from torch.overrides import TorchFunctionMode

    class Watch(TorchFunctionMode):
        _last: tuple[str, Any] | None = None

        def __torch_function__(
            self, function: Any, types: Any, args: Any = (), kwargs: Any = None
        ) -> Any:
            name = getattr(function, "__name__", "")
            if name != "_set_grad_enabled":  # as no_grad does where it is left, by an exception too
                self._last = name, args
            for part in banned:
                if part in name:
                    used.append(part)
            return function(*args, **(kwargs or {}))

        @property
        def last(self) -> list[Any]:
            """The name of the last operation, and the shapes of the tensors it was handed."""
            if self._last is None:
                return []
            name, args = self._last
            return [name, [list(value.shape) for value in args if isinstance(value, Tensor)]]

    return Watch()


@contextlib.contextmanager
def noting(method: str, used: list[str]) -> Iterator[None]:
    """Within this, calls of a method, by its dotted name, are noted for objects of every kind."""
    path, _, name = method.rpartition(".")
    module, _, kind = path.rpartition(".")
    owner = getattr(importlib.import_module(module), kind)
    original = getattr(owner, name)

    @functools.wraps(original)
    def noting(*args: Any, **kwargs: Any) -> Any:
        used.append(method)
        return original(*args, **kwargs)

    setattr(owner, name, noting)
    try:
        yield
    finally:
        setattr(owner, name, original)


@contextlib.contextmanager
def named(function: Any, name: str, value: Any) -> Iterator[None]:
    """Within this, a function's code finds `value` under this name of its notebook."""
    names = getattr(inspect.unwrap(function), "__globals__", {})
    before = dict(names)
    names[name] = value
    try:
        yield
    finally:
        names.pop(name, None)
        if name in before:
            names[name] = before[name]


def lacking(error: Exception) -> list[str]:
    """Of an attribute that is missing, the kind of what lacks it; nothing of other exceptions."""
    return ["attribute of", kind_of(error.obj)] if type(error) is AttributeError else []


def left(before: Any, after: Any) -> Any:
    """An argument as a call left it, plain; None of an object.

    Of what only its types give away, such as a column made a categorical or a tensor that asks for
    a gradient now or has got one, that alone.
    """
    kind = kind_of(before)
    if kind == "frame" and [*map(str, before.dtypes)] != [*map(str, after.dtypes)]:
        return [*map(str, after.dtypes)]
    if kind == "Tensor" and before.requires_grad != after.requires_grad:
        return after.requires_grad
    if kind == "Tensor" and after.is_leaf and after.grad is not None:
        return "has a gradient"
    return None if kind == "object" else plain(after)


def floats(value: Any) -> list[Any]:
    """The float tensors in a value and in the lists and tuples of it."""
    if isinstance(value, list | tuple):
        return [leaf for item in value for leaf in floats(item)]
    return [value] if _is_float(value) else []


def _is_float(value: Any) -> bool:
    return hasattr(value, "requires_grad") and value.is_floating_point()


def leaf(value: Any, name: str, leaves: dict[str, Any]) -> Any:
    """A value whose float tensors are copies that get a gradient, kept by name in `leaves`."""
    if isinstance(value, tuple):
        return tuple(leaf(item, f"{name}.{i}", leaves) for i, item in enumerate(value))
    if not _is_float(value):
        return value
    leaves[name] = value.detach().clone().requires_grad_()
    return leaves[name]
