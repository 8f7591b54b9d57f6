"""What a plain test cell compares, and what checks of every kind share: inputs, and exceptions.

    from nlplab import check

    with check.exercise("cut-1"):
        check.equal(cut("ab c"), ["ab", "c"])

An answer is told where it departs from the expected one: type, shape, then value. The sections of
the course have checks that observe instead: see `nlplab.checks`.
"""

import builtins
import json
import math
import re
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any

from nlplab import compare
from nlplab.messages import say
from nlplab.outcomes import Crashed, Mistake, NotAttempted, Outcome, is_blank
from nlplab.recipes import (
    build,
    counted,
    file,
    gradients,
    is_a,
    pretrained,
    scripted,
    tokenizer,
)

if TYPE_CHECKING:
    from torch import Tensor, nn

__all__ = [
    "StudentError",
    "build",
    "choice",
    "counted",
    "equal",
    "exercise",
    "file",
    "gradients",
    "is_a",
    "not_attempted",
    "numbers",
    "outcome_of",
    "pretrained",
    "scripted",
    "student_line",
    "tokenizer",
    "weighted",
]

_CELL = re.compile(r"ipykernel_\d+|ipython-input")
TEXT = 2_000  # letters that are kept of what an exception says
_BUILTIN = {id(kind) for kind in vars(builtins).values() if isinstance(kind, type)}


class StudentError(Exception):
    """The student's code raised in another process: the exception's type, text, line and facts.

    `base` is the built-in exception that its type is or extends, as `ValueError`.
    """

    def __init__(
        self, kind: str, text: str, line: str, facts: Sequence[Any] = (), base: str = ""
    ) -> None:
        super().__init__(f"{kind}: {text}")
        self.kind, self.text, self.line, self.facts, self.base = kind, text, line, facts, base

    @classmethod
    def of(cls, error: BaseException) -> "StudentError":
        """What there is to say of an exception that was caught where student code was called.

        Its class may be the student's own: what that raises or makes endless is left out.
        """
        if type(error) is StudentError:
            return error
        text, facts = "", []
        with suppress(Exception):
            text = str(error)[:TEXT]
        with suppress(Exception):
            own = ["name", error.name] if isinstance(error, NameError) else ()
            facts = json.loads(json.dumps([*getattr(error, "facts", own)])[:TEXT])
        line = student_line(error.__traceback__, in_test=False)
        base = next(each for each in type.mro(type(error)) if id(each) in _BUILTIN).__name__
        return cls(str(type(error).__name__), text, line, facts, base)


@contextmanager
def exercise(test: str) -> Iterator[None]:
    """Run the body as the test cell `test` (its grade_id, as `wordpiece-1`).

    Raises NotAttempted, Mistake or Crashed, and prints one line otherwise.
    """
    try:
        with quiet():
            yield
    except (Exception, SystemExit) as error:
        raise outcome_of(error) from None
    print(say("check.passed", test=test, points=""))


@contextmanager
def quiet() -> Iterator[None]:
    """Keep transformers from warning of what a check tries on purpose, such as a long text."""
    if "transformers" not in sys.modules:
        yield
        return
    from transformers.utils import logging

    before = logging.get_verbosity()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(before)


def equal(actual: Any, expected: Any, tolerance: float = 1e-5) -> None:
    """Raise Mistake unless `actual` equals `expected` in type, shape and value.

    Numbers, tensors, arrays, lists, tuples, dicts, sets, frames and series are compared through
    and through; floats to within `tolerance`, absolute and relative.
    """
    if difference := compare.difference(actual, expected, tolerance):
        raise difference


def numbers(*shape: int, start: int = 0) -> "Tensor":
    """A float tensor `shape` of different values between -1 and 1, the same on every machine.

    Another `start` gives other values.
    """
    import torch

    places = torch.arange(start, start + math.prod(shape), dtype=torch.float64)
    return torch.sin(places * places + 1).float().reshape(shape)


def weighted(module: "nn.Module") -> "nn.Module":
    """`module` with numbers between -0.5 and 0.5 for its parameters, the same on every machine."""
    start, values = 0, {}
    for name, parameter in module.state_dict().items():
        values[name] = numbers(*parameter.shape, start=start) / 2
        start += parameter.numel()
    module.load_state_dict(values)
    return module.requires_grad_(False)


def choice(answer: object, choices: str) -> None:
    """Raise unless `answer` is one letter of `choices`, in either case; any of them will do."""
    if is_blank(answer):
        raise NotAttempted
    if not isinstance(answer, str) or answer.strip().lower() not in list(choices):
        raise Mistake("check.not_a_choice", choices=", ".join(choices), actual=repr(answer))


def outcome_of(error: BaseException) -> Outcome:
    """What an exception that reached a test cell means."""
    if isinstance(error, Outcome):
        return error
    if isinstance(error, StudentError):
        kind, text, line, facts = error.kind, error.text, error.line, error.facts
    else:
        kind, text, facts = type(error).__name__, str(error), ()
        line = student_line(error.__traceback__)
    outcome = _outcome(kind, text, line)
    outcome.line, outcome.facts = line, facts
    return outcome


def _outcome(kind: str, text: str, line: str) -> Outcome:
    """What an exception means that is no known mistake."""
    if _is_todo(kind, text):
        return NotAttempted()
    if not line and kind == "NameError":
        return Mistake("check.undefined", name=text)
    if not line and "NoneType" in text:
        return Mistake("check.none")
    at = say("check.at", line=line) if line else ""
    return Crashed("check.crashed", kind=kind, text=_shorten(text), at=at)


def _is_todo(kind: str, text: str) -> bool:
    """Whether it is what a stub raises, or what Python says of FIXME where it uses that itself."""
    return kind == "NotImplementedError" or (kind == "TypeError" and "FIXME" in text)


def not_attempted(error: BaseException) -> NotAttempted | None:
    """What an exception says that comes of a blank or a stub, with the function it is in."""
    if isinstance(error, NotAttempted) and error.values.get("name"):
        return error
    with suppress(Exception):  # an exception may be of the student's own making
        kind, text = str(type(error).__name__), str(error)
        if isinstance(error, StudentError):
            kind, text = error.kind, error.text
        if isinstance(error, NotAttempted) or _is_todo(kind, text):
            return NotAttempted(name=_function(error.__traceback__))
    return None


def _function(trace: TracebackType | None) -> str:
    """The innermost function of a notebook cell that `trace` passes through."""
    names = [
        frame.f_code.co_qualname
        for frame, _ in traceback.walk_tb(trace)
        if _CELL.search(frame.f_code.co_filename)
    ]
    return next((name for name in reversed(names) if not name.startswith("<")), "")


def student_line(trace: Any, in_test: bool = True) -> str:
    """The last line of a notebook cell that `trace` passes through, the test cell left out.

    In a student's notebook the outermost cell is the test; an agent has none (`in_test=False`).
    """
    cells = [frame for frame in traceback.extract_tb(trace) if _CELL.search(frame.filename)]
    test = cells[0].filename if cells and in_test else None
    lines = [frame.line or "" for frame in cells if frame.filename != test]
    return lines[-1].strip() if lines else ""


def _shorten(text: str) -> str:
    first = text.strip().splitlines()[0] if text.strip() else ""
    return first if len(first) <= 200 else first[:199] + "…"
