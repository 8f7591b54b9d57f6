"""A check, as a notebook calls it: its cases are carried out, and what they show is looked up.

cut_1 = check("01_cut", "cut-1", two_words)

checks.cut_1(cut)           # in a notebook
checks.cut_1.hidden(cut)    # below it, where a class is graded
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from packaging.version import Version

from nlplab import __version__
from nlplab.check import StudentError, outcome_of, quiet
from nlplab.check import choice as one_of
from nlplab.checks import recorded
from nlplab.checks.card import Card
from nlplab.checks.case import Case, Look
from nlplab.checks.contrast import contrast
from nlplab.checks.facts import Facts
from nlplab.checks.match import Expected, differs, first, mistake
from nlplab.checks.parts import parts
from nlplab.checks.recorded import HIDDEN, Hidden, RecordedError
from nlplab.messages import say
from nlplab.outcomes import Mistake, NotRun, Outcome
from nlplab.recipes import workshop

_handed: ContextVar[Hidden | None] = ContextVar("handed", default=None)


@dataclass(frozen=True)
class Check:
    """One test cell: the section and grade_id that it has, and its visible cases."""

    section: str
    test: str
    cases: tuple[Case, ...]

    def __call__(self, *objects: Any) -> None:
        """Try the visible cases on a student's objects.

        Prints a line for a right answer. Raises NotAttempted, Mistake or Crashed for others, and
        NotRun, CaseFailed or RecordedError where no answer is to blame.
        """
        _refuse_older()
        expected = self._recorded(recorded.shown(self.section))
        looks = self.observe(objects, self.cases)
        outcome = _outcome(looks, expected)
        said = say("card.points", points=f"{expected.points:g}") if expected.points else ""
        if outcome is None:
            head = say("check.passed", test=self.test, points=said)
        else:
            head = say("card.failed", test=self.test, points=said)
        if outcome is None or workshop.get() is None:  # a judge shows no card of what failed
            Card(head, parts(self.cases, looks, expected.right, outcome)).show()
        if outcome is not None:
            outcome.told = True
            raise outcome

    def hidden(self, *objects: Any) -> None:
        """Try the hidden cases; raises as a call does, and prints nothing: the call did."""
        cases, expected = _hidden(self.section)
        looks = self.observe(objects, cases[self.test])
        if outcome := _outcome(looks, self._recorded(expected)):
            outcome.withheld()
            raise outcome

    def observe(self, objects: Sequence[Any], cases: Sequence[Case]) -> list[Look]:
        """What a student's objects do in each of these cases; raises as `Look.run` does."""
        looks = [Look(case.__name__) for case in cases]
        with quiet():
            for look, case in zip(looks, cases, strict=True):
                look.run(case, objects)
        return looks

    def _recorded(self, expected: Mapping[str, Expected]) -> Expected:
        if self.test not in expected:
            raise RecordedError(f"nothing is recorded of {self.test}: run grader record")
        return expected[self.test]


@dataclass(frozen=True)
class Choice:
    """A question asked before a run: any of its letters will do, since the attempt counts."""

    test: str
    letters: str

    def __call__(self, answer: object) -> None:
        """Raises NotAttempted, Mistake for what is none of the letters, and NotRun."""
        _refuse_older()
        one_of(answer, self.letters)
        Card(say("check.passed", test=self.test, points="")).show()


def check(section: str, test: str, *cases: Case) -> Check:
    """The check that the test cell `test` of a section makes, with its visible cases."""
    return Check(section, test, cases)


@contextmanager
def handing(hidden: Hidden | None) -> Iterator[None]:
    """Within this, hidden cases are these, and not those of a folder: for a judge."""
    token = _handed.set(hidden)
    try:
        yield
    finally:
        _handed.reset(token)


def hidden_cases(cases: str, name: str = "hidden") -> Mapping[str, Sequence[Case]]:
    """The hidden cases by test, of a module given as text: what it has as `CASES`."""
    module = ModuleType(name)
    exec(compile(cases, f"<{name}>", "exec"), vars(module))
    found: Mapping[str, Sequence[Case]] = module.CASES
    return found


def _outcome(looks: Sequence[Look], expected: Expected) -> Outcome | None:
    """What became of an answer that shows this in its cases; None where it is right."""
    found = {name: what for look in looks for name, what in look.found.items()}
    if not differs(found, expected.right):
        return None
    raised = next((look.raised for look in looks if _is_wrong(look, expected)), None)
    if key := mistake(found, expected):
        outcome: Outcome = Mistake(key)
    else:
        outcome = _in_general(found, expected.right, raised)
        if apart := contrast(looks, expected.right):
            outcome.add(say(apart))
    outcome.line = raised.line if raised is not None else ""
    return outcome


def _in_general(found: Facts, right: Facts, raised: Outcome | StudentError | None) -> Outcome:
    """What became of a wrong answer whose mistake is not known."""
    if isinstance(raised, Outcome):
        return raised
    if raised is not None:
        return outcome_of(raised)
    departure = first(found, right)
    return Mistake(departure.key, **departure.values)


def _refuse_older() -> None:
    """Raises NotRun where the notebook's first cell names a newer nlplab than this."""
    needs = getattr(sys.modules["__main__"], "NEEDS", "0")
    if Version(__version__) < Version(needs):
        raise NotRun("setup.older", found=__version__, needs=needs)


def _hidden(section: str) -> tuple[Mapping[str, Sequence[Case]], Mapping[str, Expected]]:
    here = _handed.get() or _in_folder(section)
    return hidden_cases(here.cases), recorded.read(here.recorded, f"{section}.hidden.json")


def _in_folder(section: str) -> Hidden:
    """The hidden cases from where `nbgrader_config.py` says; raises RecordedError."""
    folder = os.environ.get(HIDDEN)
    if not folder:
        raise RecordedError(f"{HIDDEN} names no folder of hidden cases: see nbgrader_config.py")
    paths = [Path(folder, f"{section}.hidden.{kind}") for kind in ("py", "json")]
    try:
        return Hidden(*(path.read_text(encoding="utf-8") for path in paths))
    except OSError as error:
        raise RecordedError(f"{error}: run grader record") from error


def _is_wrong(look: Look, expected: Expected) -> bool:
    """Whether the student's code raised in a case where it should not have."""
    raised = f"{look.place}:raised"
    return look.raised is not None and look.found[raised] != expected.right.get(raised)
