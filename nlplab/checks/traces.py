"""What a call does beside its result: operations that it uses, arguments that it changes."""

import contextlib
import functools
import importlib
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
