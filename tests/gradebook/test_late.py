"""What a late submission costs, and the extensions that spare a student that."""

from datetime import timedelta
from pathlib import Path

import pytest

from grader.classroom.folder import ClassFolder, Ref
from grader.gradebook import deadlines
from grader.gradebook.session import opened
from tests.support.classes import (
    ALL,
    NAME,
    RIGHT,
    assignment,
    due,
    hand_in,
    new_class,
    points,
    take,
)

LATE = "c = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return new_class(tmp_path)


def extend(folder: ClassFolder, student: str, more: timedelta | None) -> None:
    with opened(folder) as book, book.transaction():
        deadlines.extend(book, Ref(student, NAME), more)


@pytest.mark.parametrize(
    ("when", "score"),
    [("2026-03-02 00:00:00 UTC", 0), ("2026-02-28", 9), ("next week", 9), ("", 9)],
)
def test_late_penalties_of_nbgraders_configuration_count(folder: ClassFolder, when, score) -> None:
    (folder.path.parent / "nbgrader_config.py").write_text(LATE)
    due(folder)
    hand_in(folder, "ann", assignment(RIGHT)).with_name("timestamp.txt").write_text(when)
    take(folder, "ann", ALL)
    assert points(folder)[0].score == score


@pytest.mark.parametrize(("days", "score"), [(None, 0), (0.5, 0), (1, 9)])
def test_an_extension_moves_the_due_date_of_one_student(folder: ClassFolder, days, score) -> None:
    (folder.path.parent / "nbgrader_config.py").write_text(LATE)
    due(folder)
    for student in ("ann", "bob"):
        path = hand_in(folder, student, assignment(RIGHT))
        path.with_name("timestamp.txt").write_text("2026-03-02 00:00:00 UTC")
    extend(folder, "ann", timedelta(days=days) if days else None)
    for student in ("ann", "bob"):
        take(folder, student, ALL)
    assert [row.score for row in points(folder)] == [score, 0]


def test_an_extension_of_what_is_never_due_costs_nothing(folder: ClassFolder) -> None:
    path = hand_in(folder, "ann", assignment(RIGHT))
    path.with_name("timestamp.txt").write_text("2026-03-02 00:00:00 UTC")
    extend(folder, "ann", timedelta(days=3))
    take(folder, "ann", ALL)
    assert points(folder)[0].score == 9


def test_a_submission_of_unknown_time_does_not_inherit_an_earlier_ones(folder: ClassFolder) -> None:
    (folder.path.parent / "nbgrader_config.py").write_text(LATE)
    due(folder)
    stamp = hand_in(folder, "ann", assignment(RIGHT)).with_name("timestamp.txt")
    stamp.write_text("2026-03-02 00:00:00 UTC")
    take(folder, "ann", ALL)
    assert points(folder)[0].score == 0
    stamp.unlink()
    take(folder, "ann", ALL)
    assert points(folder)[0].score == 9
