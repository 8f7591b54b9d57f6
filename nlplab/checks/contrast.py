"""What the inputs with which an answer goes wrong have in common, and no other that was tried.

It holds of the inputs as they are, so it is true whatever the answer's code looks like. Where more
than one thing sets them apart, or too little was tried, nothing is said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from nlplab.checks.case import Look
from nlplab.checks.facts import Facts, kind_of
from nlplab.checks.match import differs
from nlplab.checks.places import Place

LARGE = 50  # a number beyond this is larger than those of ordinary examples
LONG = 16  # and so is an input of this many items
FEWEST = 2  # inputs that went right


@dataclass(frozen=True)
class _Tried:
    """One call: what its inputs are like, what was looked at, and whether that was wrong."""

    gradients: bool
    traits: frozenset[str]
    axes: int
    given: int
    longest: int
    wrong: bool


def contrast(looks: Sequence[Look], right: Facts) -> str | None:
    """The key of what sets the wrong inputs apart, as `only.one`; None where nothing does."""
    tried = [each for look in looks for each in _tried(look, right)]
    wrong = [each for each in tried if each.wrong]
    if not wrong or len(tried) - len(wrong) < FEWEST:
        return None
    if all(each.gradients for each in wrong):
        others = {each.gradients for each in tried if not each.wrong}
        return "only.gradients" if others == {False} else None
    fine = [each for each in tried if not each.wrong and not each.gradients]
    if len(fine) < FEWEST:
        return None
    shared = frozenset.intersection(*(each.traits for each in wrong))
    apart = shared - frozenset.union(*(each.traits for each in fine))
    found = [*(f"only.{trait}" for trait in apart), *_by_size(wrong, fine)]
    return found[0] if len(found) == 1 else None


def _by_size(wrong: Sequence[_Tried], fine: Sequence[_Tried]) -> Iterator[str]:
    if _above(wrong, fine, "axes"):
        yield "only.batch"
    if _above(fine, wrong, "axes"):
        yield "only.no_batch"
    if _above(wrong, fine, "given"):
        yield "only.given"
    if _above(fine, wrong, "given"):
        yield "only.not_given"
    if _above(wrong, fine, "longest") and min(each.longest for each in wrong) >= LONG:
        yield "only.long"


def _above(some: Sequence[_Tried], others: Sequence[_Tried], size: str) -> bool:
    """Whether all of `some` have more of it than any of the others."""
    return bool(min(getattr(e, size) for e in some) > max(getattr(e, size) for e in others))


def _tried(look: Look, right: Facts) -> Iterator[_Tried]:
    """The calls of a case; what is wrong of it as a whole is wrong of its last one."""
    own = {name: what for name, what in right.items() if Place.read(name).case == look.place}
    made = [value for call in look.calls if not call.number for value in call.args]
    sizes = frozenset({"one"} if any(kind_of(size) == "int" and size == 1 for size in made) else ())
    calls = [call for call in look.calls if call.number]
    numbers = {Place.read(name).number or len(calls) for name in differs(look.found, own)}
    of_gradients = {Place.read(name).number for name in own if ":gradients" in name}
    if look.found.get(f"{look.place}:raised", "check.no_gradient") != "check.no_gradient":
        of_gradients.discard(len(calls))  # there is no result that could have any
    for call in calls:
        values = [*call.args, *call.kwargs.values()]
        yield _Tried(
            gradients=call.number in of_gradients,
            traits=sizes.union(*map(_traits, values)),
            axes=next((v.dim() for v in values if kind_of(v) == "Tensor"), 0),
            given=len(values),
            longest=max(map(_longest, values), default=0),
            wrong=call.number in numbers,
        )


def _traits(value: Any) -> Iterable[str]:
    """What is out of the ordinary in an input."""
    kind = kind_of(value)
    if kind == "Tensor":
        return _of_tensor(value)
    if kind == "str":
        return _of_text(value)
    if kind in ("list", "tuple"):
        sizes = {0: ["empty"], 1: ["one"]}.get(len(value), [])
        return [*sizes, *(trait for item in value for trait in _traits(item))]
    if kind == "dict":
        return [trait for item in value.values() for trait in _traits(item)]
    return []


def _of_tensor(value: Any) -> Iterator[str]:
    if not value.numel():
        yield "empty"
        return
    if 1 in value.shape:
        yield "one"
    if value.is_floating_point():
        if bool((value[value.isfinite()].abs() > LARGE).any()):
            yield "large"
        if value.element_size() != 4:
            yield "precision"


def _of_text(value: str) -> Iterator[str]:
    if not value.strip():
        yield "empty"
    if value != value.lower():
        yield "capitals"


def _longest(value: Any) -> int:
    kind = kind_of(value)
    if kind == "Tensor":
        return max(value.shape, default=0)
    if kind == "str":
        return len(value.split())
    if kind in ("list", "tuple"):
        return max([len(value), *map(_longest, value)])
    return 0
