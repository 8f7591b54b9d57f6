"""The command that answers a student who asks for a second look."""

from dataclasses import replace

import pytest

from grader.classroom import trail, zone
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
    ("written", "shown"),
    [
        ("2026-03-02 15:30:12 UTC", "2026-03-03 00:30"),
        ("2026-03-02T15:30:12+00:00", "2026-03-03 00:30"),
        ("2026-03-02T10:30:12-05:00", "2026-03-03 00:30"),
        ("2026-03-02 15:30:12.5", "2026-03-03 00:30"),
        ("second of March", "second of March"),
    ],
)
@pytest.mark.parametrize("machine", ["UTC", "Europe/Berlin"])
def test_times_are_those_of_the_clock_of_the_class_which_is_named(
    command, folder, in_zone, machine, written, shown
):
    in_zone(machine)
    zone.write(folder, "Asia/Seoul")
    trail.add(folder, ANN, replace(FIRST, time="2026-03-02T16:00:00+00:00", handed_in=written))
    ended = command("trail", "ann", NAME).stdout
    assert all(told in ended for told in ("times of Asia/Seoul", "2026-03-03 01:00", shown))


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
