"""Every answer of the bank, graded as a submission is, and run as its student would run it.

A submission holds one answer to each exercise at a time: what one exercise gets must not depend
on the answers to the others.
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

import pytest

from grader.course import bank, checks, sources, versions
from grader.grading.exam import Exam, exam
from grader.grading.recording import is_general, own
from grader.grading.task import grade
from grader.kernel.launcher import ForkServer
from grader.notebooks import files, notebook
from grader.notebooks.names import modules
from grader.outcome import TestOutcome
from tests.support import ROOT
from tests.support.in_process import run
from tests.support.measured import unmeasured

pytestmark = pytest.mark.slow

ANSWERS = {name: bank.answers(ROOT, name) for name in sources.assignments(ROOT)}
CASES = [
    pytest.param(name, answer, id=f"{name}/{answer.exercise}/{answer.name}")
    for name, answers in ANSWERS.items()
    for answer in answers
]
OBSERVING = checks.observing(ROOT)
Outcomes = dict[str, TestOutcome]


class Ran(NamedTuple):
    """What became of an answer's test cells, judged and in the student's own process."""

    judged: Outcomes
    in_process: Outcomes


@cache
def process(python: str) -> ForkServer:
    """One of these in every process of the pool; it ends with that."""
    read = [files.read(sources.source_path(ROOT, name)) for name in ANSWERS]
    cells = [cell.source for source in read for cell in notebook.code_cells(source)]
    return ForkServer(python, sealed=False, imports=modules(cells))


def to_debug(assignment: str) -> set[str]:
    """The exercises that hand out a program with a bug, which runs: their bank has a key for it."""
    answers = ANSWERS[assignment]
    return {each.exercise for each in answers if each.key == f"{each.exercise}.untouched"}


def untouched(
    results: dict[tuple[str, str, str], Ran], assignment: str
) -> dict[str, list[TestOutcome]]:
    """What each exercise got as it was released."""
    return {
        exercise: [*ran.judged.values()]
        for (of, exercise, name), ran in results.items()
        if (of, name) == (assignment, "untouched")
    }


def both(task: bytes, asked: Exam, python: str) -> Ran:
    launcher = process(python).launcher
    judged = grade(task, launcher, asked).tests
    ran = run(task, asked, launcher)
    return Ran({t.grade_id: t for t in judged}, {t.grade_id: t for t in ran})


@pytest.fixture(scope="session")
def results(kernel_python: str) -> dict[tuple[str, str, str], Ran]:
    """Every answer and, under the name `untouched`, every exercise as it was released."""
    found: dict[tuple[str, str, str], Ran] = {}
    spawn = multiprocessing.get_context("spawn")
    with unmeasured(), ProcessPoolExecutor(2, mp_context=spawn) as pool:
        waiting = []
        for assignment, answers in ANSWERS.items():
            source = files.read(sources.source_path(ROOT, assignment))
            released = versions.gradebook_version(source)
            asked = exam(ROOT, assignment, source)
            for chosen in [{}, *submissions(answers)]:
                code = {exercise: answer.code for exercise, answer in chosen.items()}
                task = files.dumps(bank.compose(released, code)).encode()
                outcomes = pool.submit(both, task, asked, kernel_python)
                waiting.append((assignment, source, chosen, outcomes))
        for assignment, source, chosen, outcomes in waiting:
            by_judge, by_student = outcomes.result()
            for exercise in notebook.exercises(source):
                if chosen and exercise.grade_id not in chosen:
                    continue
                name = chosen[exercise.grade_id].name if chosen else "untouched"
                ids = [notebook.grade_id(test) for test in exercise.tests]
                found[assignment, exercise.grade_id, name] = Ran(
                    {key: by_judge[key] for key in ids}, {key: by_student[key] for key in ids}
                )
    return found


def submissions(answers: list[bank.Answer]) -> list[dict[str, bank.Answer]]:
    """The answers dealt out: each submission takes one of every exercise that has any left."""
    exercises = sorted({answer.exercise for answer in answers})
    piles = [[a for a in answers if a.exercise == exercise] for exercise in exercises]
    return [{a.exercise: a for a in deal if a} for deal in zip_longest(*piles)]


@pytest.mark.parametrize(("assignment", "answer"), [c for c in CASES if c.values[1].key is None])
def test_a_right_answer_earns_every_point(results, assignment, answer):
    ran = results[assignment, answer.exercise, answer.name]
    assert [test for test in ran.judged.values() if test.outcome != "passed"] == []


@pytest.mark.parametrize(("assignment", "answer"), [c for c in CASES if c.values[1].key])
def test_a_wrong_answer_loses_points_and_is_told_its_mistake(results, assignment, answer):
    ran = results[assignment, answer.exercise, answer.name]
    failed = [test for test in ran.judged.values() if test.outcome != "passed"]
    assert [test.key for test in failed[:1]] == [answer.key]


@pytest.mark.parametrize(
    ("assignment", "answer"), [c for c in CASES if c.values[0] in OBSERVING and c.values[1].key]
)
def test_where_checks_observe_every_part_that_fails_is_told_its_mistake(
    results, assignment, answer
):
    for outcomes in results[assignment, answer.exercise, answer.name]:
        keys = {test.key for test in outcomes.values() if test.outcome != "passed"}
        assert keys
        assert {named(key) for key in keys} <= own(answer)


@pytest.mark.parametrize(("assignment", "answer"), CASES)
def test_the_judge_says_what_the_student_sees(results, assignment, answer):
    ran = results[assignment, answer.exercise, answer.name]
    assert said(ran.judged) == said(ran.in_process)


@pytest.mark.parametrize("assignment", ANSWERS)
def test_an_untouched_exercise_is_not_attempted(results, assignment):
    outcomes = {
        test.outcome
        for exercise, tests in untouched(results, assignment).items()
        for test in tests
        if exercise not in to_debug(assignment)
    }
    assert outcomes == {"not_attempted"}


@pytest.mark.parametrize("assignment", [name for name in ANSWERS if to_debug(name)])
def test_an_untouched_program_to_debug_is_told_that_its_bug_is_there(results, assignment):
    tests = untouched(results, assignment)
    told = {exercise: {test.key for test in tests[exercise]} for exercise in to_debug(assignment)}
    assert told == {exercise: {f"{exercise}.untouched"} for exercise in told}


@pytest.mark.parametrize("assignment", ANSWERS)
def test_every_exercise_has_right_and_wrong_answers(assignment):
    source = files.read(sources.source_path(ROOT, assignment))
    kinds = {(a.exercise, a.key is None) for a in ANSWERS[assignment]}
    ids = [exercise.grade_id for exercise in notebook.exercises(source)]
    assert kinds == {(exercise, right) for exercise in ids for right in (True, False)}


def said(outcomes: Outcomes) -> list[tuple[str, str, str | None]]:
    return [(test.grade_id, test.outcome, test.key) for test in outcomes.values()]


def named(key: str | None) -> str | None:
    """A mistake's key, None for one that is of no mistake in particular."""
    return None if key is None or is_general(key) else key
