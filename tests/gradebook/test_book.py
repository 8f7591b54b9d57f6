"""The gradebook learns an assignment, and knows what every student has."""

import os
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from grader.classroom.folder import class_config
from grader.course.versions import gradebook_version
from grader.errors import AssignmentChangedError, NotRegisteredError
from grader.gradebook.book import points, register, scores
from tests.support.classes import ALL, HIDDEN, NAME, STUBS, TESTS, assignment, new_class, take
from tests.support.notebooks import lesson


@pytest.fixture
def class_dir(tmp_path: Path) -> Path:
    return new_class(tmp_path)


def identities(class_dir: Path) -> dict[str, str]:
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        return {c.name: c.id for c in gradebook.find_notebook(NAME, NAME).source_cells}


def test_registering_stores_points_and_hidden_tests(class_dir: Path) -> None:
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        book = gradebook.find_notebook(NAME, NAME)
        assert {c.name: c.max_score for c in book.grade_cells} == {
            name: worth for name, (worth, _) in TESTS.items()
        }
        assert any(HIDDEN in c.source for c in book.source_cells)
        assert gradebook.find_assignment(NAME).duedate is None


def test_registering_the_same_again_changes_nothing(class_dir: Path) -> None:
    before = identities(class_dir)
    register(class_dir, NAME, assignment())
    assert identities(class_dir) == before


def test_registering_leaves_the_environment_alone(class_dir: Path) -> None:
    before = dict(os.environ)
    register(class_dir, NAME, assignment(tests=TESTS | {"half-1": (5, "assert half(4) == 2")}))
    assert dict(os.environ) == before


def test_the_gradebook_takes_what_a_release_gives_it(class_dir: Path) -> None:
    register(class_dir, "01_cut", gradebook_version(lesson()))
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        assert "alpha" in gradebook.find_source_cell("cut-1", "01_cut", "01_cut").source
        assert gradebook.find_assignment("01_cut").max_score == 2


def test_a_due_date_survives_registering(class_dir: Path) -> None:
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-03-01")
    register(class_dir, NAME, assignment(tests=TESTS | {"half-1": (5, "assert half(4) == 2")}))
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        assert gradebook.find_assignment(NAME).duedate.year == 2026


def test_changed_points_update_a_graded_assignment(class_dir: Path) -> None:
    take(class_dir, "ann", ALL)
    register(class_dir, NAME, assignment(tests=TESTS | {"double-1": (7, "assert double(1) == 2")}))
    assert points(class_dir, NAME)[0].max_score == 14


def test_a_new_test_has_no_score_in_earlier_submissions_until_they_are_graded(
    class_dir: Path,
) -> None:
    take(class_dir, "ann", ALL)
    more = TESTS | {"half-2": (1, "assert half(0) == 0")}
    register(class_dir, NAME, assignment(tests=more))
    assert scores(class_dir, NAME)["ann"] == {
        "double-1": (2, 2),
        "double-2": (3, 3),
        "half-1": (4, 4),
        "half-2": (0, 1),
    }


def test_an_answer_that_goes_is_refused_if_somebody_commented_on_it(class_dir: Path) -> None:
    take(class_dir, "ann", ALL)
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        gradebook.find_comment("half", NAME, NAME, "ann").manual_comment = "well argued"
        gradebook.db.commit()
    without = assignment({"double": STUBS["double"]})
    with pytest.raises(AssignmentChangedError, match="a comment for ann at half"):
        register(class_dir, NAME, without)
    assert points(class_dir, NAME)[0].score == 9


def test_an_unknown_assignment_is_said_to_be_unregistered(class_dir: Path, tmp_path: Path) -> None:
    with pytest.raises(NotRegisteredError, match="02_other"):
        points(class_dir, "02_other")
    with pytest.raises(NotRegisteredError, match="no gradebook"):
        points(tmp_path / "elsewhere", NAME)
