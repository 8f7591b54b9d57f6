"""Answers of the bank run through a section's checks, to see what these observe.

Answers run as a student's do: in kernels, in the sandbox where there is one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from itertools import zip_longest
from pathlib import Path
from types import ModuleType
from typing import Any

from nbformat import NotebookNode

from grader.course import bank, build, checks
from grader.course.bank import Answer
from grader.course.checks import Files, module_of
from grader.course.versions import gradebook_version
from grader.errors import CourseError, GraderFault
from grader.grading.judge import Ask, judge
from grader.kernel.client import KernelLost
from grader.kernel.launcher import ForkServer, Launcher
from grader.limits import DEFAULTS, Limits
from grader.notebooks import files, notebook
from grader.notebooks.names import modules
from grader.notebooks.regions import solution_text
from grader.outcome import TestOutcome
from nlplab.checks.case import Case, CaseFailed
from nlplab.checks.check import Check, hidden_cases
from nlplab.checks.facts import Facts

PARTS = ("shown", "hidden")
SEED = "import random, torch\nrandom.seed({0})\ntorch.manual_seed({0})"


@dataclass(frozen=True)
class Seen:
    """What checks observe of a notebook's answers, by test and part.

    `ended` are tests that never came to observe anything, and what became of them.
    """

    facts: dict[tuple[str, str], Facts] = field(default_factory=dict)
    ended: dict[str, TestOutcome] = field(default_factory=dict)

    def of(self, exercise: str) -> "Seen":
        """Of this exercise alone."""
        return Seen(
            {
                at: what
                for at, what in self.facts.items()
                if notebook.exercise_of(at[0]) == exercise
            },
            {at: what for at, what in self.ended.items() if notebook.exercise_of(at) == exercise},
        )


@dataclass
class Observer:
    """Stands for a section's checks in a test cell, and notes what they observe."""

    module: ModuleType
    hidden: Mapping[str, Sequence[Case]]
    seen: Seen = field(default_factory=Seen)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.module, name)
        return _Noting(found, self) if isinstance(found, Check) else found


@dataclass(frozen=True)
class _Noting:
    """One check of an Observer."""

    check: Check
    observer: Observer

    def __call__(self, *objects: Any) -> None:
        cases = {"shown": self.check.cases, "hidden": self.observer.hidden[self.check.test]}
        for part, of_it in cases.items():
            looks = self.check.observe(objects, of_it)
            found = {name: what for look in looks for name, what in look.found.items()}
            self.observer.seen.facts[self.check.test, part] = found

    def hidden(self, *_: Any) -> None:
        """Noted already."""


@dataclass(frozen=True)
class Section:
    """A section whose checks observe, with its solutions and its bank."""

    files: Files
    source: NotebookNode
    release: NotebookNode
    module: ModuleType
    hidden: Mapping[str, Sequence[Case]]
    solutions: Mapping[str, str]
    answers: Sequence[Answer]

    @property
    def name(self) -> str:
        return self.files.name

    def tests(self, exercise: str) -> list[str]:
        """The test cells of an exercise whose checks observe."""
        return [test for test in self.hidden if notebook.exercise_of(test) == exercise]


def section(root: Path, name: str) -> Section:
    """A section and its bank; raises CourseError and FileError."""
    source, of = build.source(root, name), Files(root, name)
    checks.chosen(root, [name])
    module, hidden = _modules(of)
    return Section(
        of,
        source,
        gradebook_version(source),
        module,
        hidden,
        {each.grade_id: solution_text(each.solution.source) for each in notebook.exercises(source)},
        bank.answers(root, name),
    )


def _modules(of: Files) -> tuple[ModuleType, Mapping[str, Sequence[Case]]]:
    """A section's checks, and its hidden cases by test; raises CourseError where they disagree."""
    text = files.read_bytes(of.hidden).decode("utf-8")
    reading = of.cases
    try:
        module = import_module(module_of(of.name))
        reading = of.hidden
        hidden = hidden_cases(text)
    except Exception as error:  # whatever the author's code raises
        raise CourseError(f"{reading} cannot be used: {type(error).__name__}: {error}") from error
    tests = {each.test for each in vars(module).values() if isinstance(each, Check)}
    with_cases = {test for test, cases in hidden.items() if cases}
    if without := sorted(tests - with_cases):
        raise CourseError(f"{of.hidden}: write hidden cases of {', '.join(without)} into CASES")
    if unknown := sorted(hidden.keys() - tests):
        raise CourseError(f"{of.hidden}: {', '.join(unknown)}: {of.cases.name} has no such check")
    return module, hidden


def twice(
    of: Section, exercises: Sequence[str], step: Callable[[], object]
) -> tuple[list[Seen], dict[Answer, list[Seen]]]:
    """What the solution and each answer to these exercises show, in each of two processes.

    `step` is called after each notebook. Raises CourseError.
    """
    answers = [answer for answer in of.answers if answer.exercise in exercises]
    reference: list[Seen] = []
    seen: dict[Answer, list[Seen]] = {answer: [] for answer in answers}
    for run in (1, 2):
        with kernels(of) as launcher:
            reference.append(observe(of, launcher, {}, exercises, run))
            step()
            for deal in deals(answers):
                codes = {exercise: answer.code for exercise, answer in deal.items()}
                found = observe(of, launcher, codes, [*deal], run)
                for answer in deal.values():
                    seen[answer].append(found.of(answer.exercise))
                step()
    return reference, seen


def kernels(of: Section) -> ForkServer:
    """What forks the kernels in which a section's answers run."""
    return ForkServer(imports=modules(cell.source for cell in notebook.code_cells(of.release)))


def observe(
    of: Section,
    launcher: Launcher,
    codes: Mapping[str, str],
    exercises: Sequence[str],
    seed: int = 1,
    limits: Limits = DEFAULTS,
) -> Seen:
    """What checks of these exercises observe of a notebook with `codes`, solutions elsewhere.

    Raises CourseError where a case raises by itself, and where the kernel is lost.
    """
    observer = Observer(of.module, of.hidden)
    composed = bank.compose(of.release, {**of.solutions, **codes})
    name, skip = "", notebook.skipped(of.source)
    try:
        with launcher.kernel(limits) as kernel:
            for cell in notebook.code_cells(composed):
                kernel.run(SEED.format(seed))  # each time: the setup cell seeds too
                name = notebook.grade_id(cell) or ""
                if not notebook.is_test(cell):
                    if name not in skip:
                        kernel.run(cell.source)
                elif notebook.exercise_of(name) in exercises:
                    kernel.begin()
                    outcome = _judged(of, name, cell.source, kernel.ask, observer)
                    if outcome.outcome != "passed":
                        observer.seen.ended[name] = outcome
    except KernelLost as lost:
        where = f"{of.name}: {name}: the answer of the bank that runs here"
        raise CourseError(f"{where} ends its kernel, or does not end ({lost}): mend it") from lost
    return observer.seen


def _judged(of: Section, test: str, code: str, ask: Ask, observer: Observer) -> TestOutcome:
    try:
        return judge(test, code, ask, {"checks": observer})[0]
    except GraderFault as fault:
        if not isinstance(fault.__cause__, CaseFailed):
            raise
        raise CourseError(
            f"{of.name}: {test}: a case raises by itself, which is the course's fault and no "
            f"answer's: {fault.__cause__}. Mend it in {of.files.cases.name} or "
            f"{of.files.hidden.name}, then run grader record {of.name}"
        ) from fault


def deals(answers: Sequence[Answer]) -> Iterator[dict[str, Answer]]:
    """The answers dealt out: each notebook takes one of every exercise that has any left."""
    exercises = sorted({answer.exercise for answer in answers})
    piles = [[a for a in answers if a.exercise == exercise] for exercise in exercises]
    for deal in zip_longest(*piles):
        yield {answer.exercise: answer for answer in deal if answer}
