"""A glance at the gradebook by SQL alone: it tells what nbgrader's own objects tell."""

from datetime import timedelta
from pathlib import Path

import pytest

from grader.classroom.folder import ClassFolder, Ref
from grader.errors import GradebookError
from grader.gradebook import deadlines, glance, scores
from grader.gradebook.session import opened
from tests.support.classes import ALL, NAME, RIGHT, assignment, due, hand_in, new_class, take

LATE = "c = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
PARTLY = dict(list(ALL.items())[:1])


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    """Ann was in time with some tests, bob late, and cho late with an extension."""
    folder = new_class(tmp_path)
    (folder.path.parent / "nbgrader_config.py").write_text(LATE)
    due(folder)
    for student, when in (("ann", "2026-02-01"), ("bob", "2026-03-02"), ("cho", "2026-03-02")):
        path = hand_in(folder, student, assignment(RIGHT))
        path.with_name("timestamp.txt").write_text(f"{when} 00:00:00 UTC")
    with opened(folder) as book, book.transaction():
        deadlines.extend(book, Ref("cho", NAME), timedelta(hours=12))
    take(folder, "ann", PARTLY)
    take(folder, "bob", ALL)
    take(folder, "cho", ALL)
    return folder


def by_nbgrader(folder: ClassFolder) -> dict[str, glance.Standing]:
    with opened(folder) as book:
        came = scores.handed_in(book, NAME)
        return {
            row.student: glance.Standing(
                *(row.score, row.max_score),
                *(came[row.student].seconds_late, came[row.student].penalty),
                len(row.waiting),
            )
            for row in scores.points(book, NAME)
        }


def test_points_and_lateness_are_those_that_nbgrader_counts(folder):
    found = glance.standings(folder, NAME)
    assert found == by_nbgrader(folder)
    assert [has.seconds_late > 0 for has in found.values()] == [False, True, True]
    assert found["bob"].penalty > 0


def test_a_score_that_a_person_gave_counts_and_what_was_added_to_it(folder):
    with opened(folder) as book, book.transaction():
        grade = book.find_submission_notebook(NAME, NAME, "ann").grades[0]
        grade.manual_score, grade.extra_credit = 0.5, 0.25
    assert glance.standings(folder, NAME) == by_nbgrader(folder)


def test_it_knows_who_is_recorded_and_what_was_registered(folder):
    assert glance.recorded(folder, NAME) == {"ann", "bob", "cho"}
    assert "2026" in glance.registered(folder, NAME)
    assert (glance.recorded(folder, "02_other"), glance.registered(folder, "02_other")) == (
        frozenset(),
        "",
    )


def test_a_gradebook_that_is_none_is_named(tmp_path):
    folder = ClassFolder(tmp_path)
    with pytest.raises(GradebookError, match=r"gradebook\.db"):
        glance.recorded(folder, NAME)
    folder.gradebook.write_text("no database")
    with pytest.raises(GradebookError, match=r"gradebook\.db"):
        glance.recorded(folder, NAME)
