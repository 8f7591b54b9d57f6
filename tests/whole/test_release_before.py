"""Notebooks of section 02 as released before its checks observed: they earn what those of now do.

`tests/data/02_rnn.before_observing.ipynb` (79 KB) is that release, with its tests in its cells.
"""

from itertools import zip_longest

import nbformat
import pytest
from nbformat import NotebookNode

from grader.classroom.folder import ClassFolder, Ref
from grader.course import bank, build
from grader.grading import run
from grader.limits import Limits
from grader.notebooks import notebook
from tests.support import ROOT
from tests.support.classes import points

pytestmark = pytest.mark.slow

NAME = "02_rnn"
BEFORE = nbformat.read(ROOT / "tests" / "data" / "02_rnn.before_observing.ipynb", as_version=4)
ADDED = {"train_steps", "standing-run", "train_steps-1"}  # a program to debug, which came later
WRONG = 4  # submissions, each with another wrong answer to every exercise


def chosen() -> dict[str, dict[str, str]]:
    """What each student answered, by exercise: all right, all wrong, and nothing."""
    there = notebook.cells_by_grade_id(BEFORE)
    answers = [answer for answer in bank.answers(ROOT, NAME) if answer.exercise in there]
    exercises = sorted({answer.exercise for answer in answers})

    def deals(right: bool) -> list[dict[str, str]]:
        piles = [
            [a for a in answers if a.exercise == each and (a.key is None) == right]
            for each in exercises
        ]
        return [{a.exercise: a.code for a in deal if a} for deal in zip_longest(*piles)]

    wrong = {f"wrong-{number}": deal for number, deal in enumerate(deals(False)[:WRONG])}
    return {"untouched": {}, "right": deals(True)[0], **wrong}


def hand_in(folder: ClassFolder, student: str, content: NotebookNode) -> None:
    path = folder.notebook(Ref(student, NAME))
    path.parent.mkdir(parents=True)
    path.write_text(nbformat.writes(content), encoding="utf-8")


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The points of each student, and of one who answered the same in a notebook of now."""
    folder = ClassFolder(tmp_path_factory.mktemp("class"))
    now = build.student_release(ROOT, "ko", NAME)
    for student, answers in chosen().items():
        hand_in(folder, f"{student}-before", bank.compose(BEFORE, answers))
        hand_in(folder, f"{student}-now", bank.compose(now, answers))
    options = run.Options(Limits(), sealed=False, workers=2)
    entries = list(run.grade_class(ROOT, folder, [NAME], options))
    assert [entry.fault for entry in entries if entry.fault] == []
    return {row.student: row.score for row in points(folder, NAME)}


def maximum() -> float:
    """The points of the tests that the release before has."""
    there = notebook.cells_by_grade_id(BEFORE)
    cells = notebook.code_cells(build.source(ROOT, NAME))
    tests = [cell for cell in cells if notebook.is_test(cell)]
    return sum(t.metadata.nbgrader.points for t in tests if notebook.grade_id(t) in there)


def test_the_release_before_has_its_tests_in_its_cells_and_no_exercise_that_is_gone():
    now = build.student_release(ROOT, "ko", NAME)
    before, after = (notebook.cells_by_grade_id(release) for release in (BEFORE, now))
    assert before.keys() <= after.keys()
    assert after.keys() - before.keys() - notebook.written(now).keys() == ADDED
    assert "check.exercise" in before["rnn_step-1"].source
    assert "check.exercise" not in after["rnn_step-1"].source


def test_right_answers_earn_all_points_and_an_untouched_notebook_none(scores):
    assert scores["right-before"] == maximum()
    assert scores["untouched-before"] == 0


@pytest.mark.parametrize("student", [name for name in chosen() if name.startswith("wrong")])
def test_wrong_answers_earn_in_it_what_they_earn_in_a_notebook_of_now(scores, student):
    assert scores[f"{student}-before"] == scores[f"{student}-now"] < maximum()
