"""What can become of an exercise besides being right: not attempted, wrong, crashed.

Each is an exception that a notebook shows as one short message instead of a traceback. It still
leaves an `error` output behind, whose value reads `key: message`, so that every grader sees it.
"""

import os
from collections.abc import Sequence
from textwrap import fill
from typing import Any, NoReturn

from nlplab.messages import has, say

VALIDATED = 80  # columns of a line that `nbgrader validate` does not cut


class Outcome(Exception):
    """Base of the outcomes: a message of the catalogue, said in the reader's language.

    `line` is the student's own line where it came up, where that is known; `facts` are what is
    known of it as plain data, in no language.
    """

    line = ""
    facts: Sequence[Any] = ()
    told = False  # whether what is to be said of it was shown already
    _added = ""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        # None, so that a value named `lang`, which a kernel may claim, is a TypeError.
        self.message = say(key, None, **values)
        super().__init__(f"{key}: {self.message}")

    def add(self, text: str) -> None:
        """Say this too, behind what is said of it."""
        self._added = text
        self._say(self.message)

    def withheld(self) -> None:
        """Say of it from now on what a student may know of a hidden case."""
        self.line = ""
        key = f"withheld.{self.key.partition('.')[2]}"
        if has(key):
            self._say(say(key, None, **self.values))

    def _say(self, message: str) -> None:
        self.message = message + self._added
        self.args = (f"{self.key}: {self.message}",)

    def _render_traceback_(self) -> list[str]:
        if os.environ.get("NBGRADER_EXECUTION") == "validate":  # which shows errors alone
            return [fill(line, VALIDATED) for line in self.message.split("\n")]
        return [f"✗ {self.key}"] if self.told else [self.message]


class NotAttempted(Outcome):
    """The exercise, or an earlier one that it calls, still holds its FIXME or TODO.

    `name` is the function that does, where that is known.
    """

    def __init__(self, key: str = "check.not_attempted", name: str = "") -> None:
        super().__init__(key, name=name, of=f" ({name})" if name else "")


class Mistake(Outcome):
    """The answer ran and is wrong; `key` says which mistake it is."""


class Crashed(Outcome):
    """The student's code raised; the message points at the line."""


class NotRun(Outcome):
    """The test cell was not run; the message says why."""


class _Blank:
    """A blank to fill in. Whatever is done with it raises NotAttempted."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "FIXME"


def _not_attempted(*_: Any, **__: Any) -> NoReturn:
    raise NotAttempted


# `__class__`, `__repr__` and the attribute protocol stay: tracebacks and debuggers need them.
_USES = """
    call getattr setattr delattr getitem setitem delitem iter next len contains bool int float
    complex index str format bytes hash eq ne lt le gt ge neg pos abs invert add sub mul matmul
    truediv floordiv mod divmod pow lshift rshift and or xor radd rsub rmul rmatmul rtruediv
    rfloordiv rmod rdivmod rpow rlshift rrshift rand ror rxor iadd isub imul imatmul itruediv
    enter exit await reversed fspath round
"""
for _name in _USES.split():
    setattr(_Blank, f"__{_name}__", _not_attempted)
_Blank.__name__ = _Blank.__qualname__ = "FIXME"

FIXME: Any = _Blank()


def is_blank(value: object) -> bool:
    """Whether `value` is FIXME itself, asked without touching it."""
    return type(value) is _Blank
