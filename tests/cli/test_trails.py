"""The command that answers a student who asks for a second look."""

import pytest

from grader.classroom import trail
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.trail import Step
from grader.course import build
from grader.course.versions import gradebook_version
from grader.gradebook.book import register
from grader.gradebook.session import opened

NAME = "01_cut"
ANN = Ref("ann", NAME)
FIRST = Step("2026-03-01T10:00", "1 wrong", "aa", "", "c1", "", (0, 2), {"cut-1": "wrong, x.y"})
SECOND = Step("2026-03-02T10:00", "1 passed", "bb", "", "c1", "", (2, 2), {"cut-1": "passed"})


@pytest.fixture
def folder(root):
    """A class whose gradebook knows nothing of the section."""
    folder = ClassFolder(root / "class")
    with opened(folder, create=True) as book, book.transaction():
        register(book, NAME, gradebook_version(build.source(root, NAME)))
    return folder


def test_it_shows_each_grading_and_what_that_changed(command, folder):
    for step in (FIRST, SECOND):
        trail.add(folder, ANN, step)
    ended = command("trail", "ann", NAME)
    assert ended.exit_code == 0
    assert "0 of 2" in ended.stdout
    assert "another file" in ended.stdout
    assert "cut-1: wrong, x.y → passed" in ended.stdout
    assert "the gradebook has nothing of it now" in ended.stdout


@pytest.mark.parametrize(
    ("student", "assignment", "said"),
    [
        ("bob", NAME, "is the student's id right?"),
        ("ann", "09_no", "no source"),
        ("..", NAME, "name"),
    ],
)
def test_what_is_not_there_is_named(command, folder, student, assignment, said):
    trail.add(folder, ANN, FIRST)
    ended = command("trail", student, assignment)
    assert ended.exit_code == 1
    assert said in ended.stderr
