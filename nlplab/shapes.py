"""Shapes that a signature promises, checked at every call and explained in one short message."""

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar, get_args, get_origin, get_type_hints

from nlplab.messages import say
from nlplab.outcomes import Mistake, NotAttempted, is_blank

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def shaped(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Check the arguments and the result of `function` against its annotations.

    Annotations are jaxtyping's (`Float[Tensor, "token embedding"]`) or any that beartype knows;
    an axis name stands for one size within one call.

    >>> @shaped
    ... def double(x: Float[Tensor, "token"]) -> Float[Tensor, "token"]:
    ...     return x + x

    Raises Mistake, naming the argument or the result with what was promised and what came, and
    NotAttempted where a FIXME is passed or returned. An argument is told with the shapes of those
    before it, since it is with one of them that it may not agree.
    """
    signature = inspect.signature(function)
    hints = get_type_hints(function, include_extras=True)

    @functools.wraps(function)
    def checked(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        from jaxtyping import jaxtyped

        arguments = signature.bind(*args, **kwargs)
        arguments.apply_defaults()
        with jaxtyped("context"):
            before: dict[str, Any] = {}
            for name, value in arguments.arguments.items():
                if name in hints:
                    _require(value, hints[name], "shapes.argument", function.__name__, name, before)
                    before[name] = value
            result = function(*args, **kwargs)
            if "return" in hints:
                _require(result, hints["return"], "shapes.result", function.__name__, "return", {})
        return result

    return checked


def describe(value: object) -> str:
    """A value's type, and its shape where it has one: `Tensor float32 (3, 5)`, `list of 3`."""
    name = type(value).__name__
    if hasattr(value, "shape") and hasattr(value, "dtype"):
        return f"{name} {str(value.dtype).removeprefix('torch.')} {tuple(value.shape)}"
    if hasattr(value, "shape"):
        return f"{name} {tuple(value.shape)}"
    if isinstance(value, tuple) and len(value) <= 4:
        return f"({', '.join(map(describe, value))})"
    if isinstance(value, list | tuple | set | dict):
        inner = {type(item).__name__ for item in value}
        return f"{name}[{', '.join(sorted(inner))}] ({len(value)})"
    return name


def _require(
    value: object, hint: Any, key: str, function: str, name: str, before: Mapping[str, object]
) -> None:
    if is_blank(value):
        raise NotAttempted
    if value is None and name == "return" and hint is not type(None):
        raise Mistake("check.none")
    if not _fits(value, hint):
        shaped = [f"{n} {describe(v)}" for n, v in before.items() if hasattr(v, "shape")]
        beside = say("shapes.beside", others=", ".join(shaped)) if shaped else ""
        actual = describe(value) + beside
        from nlplab.checks.facts import outline

        mistake = Mistake(key, function=function, name=name, expected=_spell(hint), actual=actual)
        mistake.facts = [function, name, outline(value)]
        raise mistake


def _fits(value: object, hint: Any) -> bool:
    """Whether `value` is what `hint` says, every item of a list too: beartype draws one of them."""
    if get_origin(hint) is tuple and Ellipsis not in get_args(hint):
        parts = get_args(hint)
        if not isinstance(value, tuple) or len(value) != len(parts):
            return False
        return all(_fits(each, part) for each, part in zip(value, parts, strict=True))
    if get_origin(hint) is list:
        [item] = get_args(hint)
        if not isinstance(value, list):
            return False
        alike = item in (bool, int, float, str)  # one of each type will do then
        items = {type(each): each for each in value}.values() if alike else value
        return all(_fits(each, item) for each in items)
    return _bearable()(value, hint)


@functools.cache
def _bearable() -> Callable[[object, Any], bool]:
    from beartype import BeartypeConf
    from beartype.door import is_bearable

    numbers = BeartypeConf(is_pep484_tower=True)  # an int will do for a float
    return functools.partial(is_bearable, conf=numbers)


def _spell(hint: Any) -> str:
    """A hint as the student's signature spells it."""
    if hasattr(hint, "dim_str"):
        return f'{hint.__name__.split("[")[0]}[Tensor, "{hint.dim_str}"]'
    if get_args(hint):
        return f"{get_origin(hint).__name__}[{', '.join(map(_spell, get_args(hint)))}]"
    return getattr(hint, "__name__", str(hint))
