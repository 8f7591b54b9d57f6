"""Section 02 with answers that look up what is right instead of computing it: they gain nothing.

What is right in visible cases is in the package that students install, and so can be copied into an
answer; what is right in hidden ones is nowhere that an answer can read.
"""

import json
from functools import cache
from typing import Any

import nbformat
import pytest
import torch

from grader.course import bank, build
from grader.errors import SandboxError
from grader.grading.exam import exam
from grader.grading.observing import Section, section
from grader.grading.task import grade
from grader.kernel import sandbox
from grader.kernel.launcher import ForkServer
from grader.outcome import Graded
from nlplab.checks.case import Look
from nlplab.checks.check import Check
from tests.support import ROOT

pytestmark = pytest.mark.slow

NAME = "02_rnn"
EXERCISES = ("rnn_step", "shift_target", "exact_match")
IMPORTS = """
import pandas as pd
import torch
from jaxtyping import Float, Int
from nlplab import shaped
from torch import Tensor
"""
COPIED = """
import json
known = json.loads({known!r})
def {name}(*inputs, **more):
    return eval(known.get(repr((inputs, more)), "None"))
"""


@cache
def of() -> Section:
    return section(ROOT, NAME)


def checks(exercise: str) -> list[Check]:
    found = [each for each in vars(of().module).values() if isinstance(each, Check)]
    return [check for check in found if check.test in of().tests(exercise)]


def defined(code: str, name: str) -> Any:
    """What is called `name` after these lines, in a notebook of the section."""
    names: dict[str, Any] = {}
    exec(f"{IMPORTS}\n{code}", names)
    return names[name]


def copied(exercise: str) -> str:
    """An answer that has what is right for the inputs of the visible cases, and no more."""
    right, known = defined(of().solutions[exercise], exercise), {}

    def noting(*inputs: Any, **more: Any) -> Any:
        found = right(*inputs, **more)
        known[repr((inputs, more))] = written(found)
        return found

    for check in checks(exercise):
        for case in check.cases:
            Look(case.__name__).run(case, [noting])
    return COPIED.format(known=json.dumps(known), name=exercise)


def written(value: Any) -> str:
    """Python that gives `value`."""
    if isinstance(value, tuple):
        return f"({', '.join(map(written, value))})"
    return f"torch.tensor({value.tolist()})" if torch.is_tensor(value) else repr(value)


@pytest.fixture(scope="module")
def launcher() -> Any:
    try:
        sandbox.check()
    except SandboxError as error:
        pytest.skip(str(error))
    with ForkServer() as launcher:
        yield launcher


def graded(launcher: Any, answers: dict[str, str]) -> Graded:
    """A submission with these answers, and the right ones elsewhere."""
    composed = bank.compose(of().release, {**of().solutions, **answers})
    asked = exam(ROOT, NAME, build.source(ROOT, NAME))
    return grade(nbformat.writes(composed).encode(), launcher, asked)


def test_answers_copied_from_what_was_recorded_pass_visible_cases_and_lose_all_points(launcher):
    answers = {exercise: copied(exercise) for exercise in EXERCISES}
    for exercise, code in answers.items():
        for check in checks(exercise):
            check(defined(code, exercise))
    outcomes = {test.grade_id: test.outcome for test in graded(launcher, answers).tests}
    lost = {test for test, outcome in outcomes.items() if outcome != "passed"}
    assert lost == {test for exercise in EXERCISES for test in of().tests(exercise)}


def test_an_answer_that_searches_all_it_can_read_finds_nothing_and_loses_its_points(launcher):
    path = ROOT / "tests" / "attacks" / "reads_recorded.ipynb"
    search = nbformat.read(path, as_version=4).cells[1].source
    code = f"{search}\n\ndef rnn_step(*inputs):\n    return looked_up('result')"
    done = graded(launcher, {"rnn_step": code})
    cells = nbformat.reads(done.notebook.decode(), as_version=4).cells
    assert "LEARNED" not in json.dumps([cell.get("outputs") for cell in cells])
    lost = {test.grade_id for test in done.tests if test.outcome != "passed"}
    assert lost == {*of().tests("rnn_step")}
