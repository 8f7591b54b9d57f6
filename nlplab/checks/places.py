"""Where a fact was seen, in words: `a_step/1:result.1:shape` is of the second of two results."""

import re
from dataclasses import dataclass

from nlplab.checks.facts import Facts
from nlplab.messages import say

_NAME = re.compile(
    r"(?P<case>\w+)(?:/(?P<call>[^:]+))?(?::(?P<of>.*))?:(?P<aspect>[^:]+)", re.DOTALL
)
_STEP = re.compile(r"\.\d+|\[(?:[^\[\]]|\[[^\]]*\])*\]")


@dataclass(frozen=True)
class Place:
    """A fact's name taken apart: its case, which call of it, the value it is of, and its aspect."""

    case: str
    call: str
    of: str
    aspect: str

    @classmethod
    def read(cls, name: str) -> "Place":
        found = _NAME.fullmatch(name)
        if found is None:
            return cls(name, "", "", "")
        return cls(*(part or "" for part in found.group("case", "call", "of", "aspect")))

    @property
    def number(self) -> int:
        """Which call of the case it was, from 1 on; 0 where it was none."""
        return int(self.call) if self.call.isdigit() else 0


def where(name: str, right: Facts) -> str:
    """Where the fact `name` was seen, to follow what is said of it; nothing for a whole result."""
    place = Place.read(name)
    head, steps = _steps(place.of or place.call)
    if head.startswith("calls of script"):
        return _of_calls(steps)
    if head == "gradients":
        return "".join(_of_gradient(step) for step in steps[:1])
    if head != "result" and not place.number:
        return say("where.note", name=head) if head.isidentifier() else ""
    words = ""
    at = name.rpartition(":")[0].partition(head)[0] + head
    for depth, step in enumerate(steps):
        at += step
        if step.startswith("."):
            several = right.get(f"{at.rpartition('.')[0]}:length")
            key = "where.within" if depth else "where.item"
            words += say(key, number=_number(step), several=several)
        else:
            words += say("where.key", name=step[1:-1])
    return words


def _steps(path: str) -> tuple[str, list[str]]:
    """The name that a path begins with, and its steps: `.2` in a list, `['key']` in a dict."""
    first = _STEP.search(path)
    head = path[: first.start()] if first else path
    return head, [step.group() for step in _STEP.finditer(path[len(head) :])]


def _number(step: str) -> int:
    """Which item a step of a list goes to, from 1 on."""
    return int(step.removeprefix(".")) + 1


def _of_calls(steps: list[str]) -> str:
    if len(steps) < 2:
        return say("where.calls") if not steps else say("where.call", call=_number(steps[0]))
    return say("where.argument", call=_number(steps[0]), number=_number(steps[1]))


def _of_gradient(step: str) -> str:
    step = step.strip("[]'.")
    if step.partition(".")[0].isdigit():
        return say("where.gradient_of_argument", number=int(step.partition(".")[0]) + 1)
    return say("where.gradient", name=step)
