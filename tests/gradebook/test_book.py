"""The gradebook learns an assignment, and knows what every student has."""

import os
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from grader.classroom.folder import ClassFolder
from grader.course.versions import gradebook_version
from grader.errors import AssignmentChangedError, NotRegisteredError
from grader.gradebook import book as gradebook
from grader.gradebook import scores
from grader.gradebook.address import db_url
from grader.gradebook.session import opened
from tests.support.classes import (
    ALL,
    HIDDEN,
    NAME,
    ODD_NAMES,
    STUBS,
    TESTS,
    assignment,
    due,
    new_class,
    points,
    take,
)
from tests.support.notebooks import lesson


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return new_class(tmp_path)


def register(folder: ClassFolder, name: str, version: NotebookNode) -> None:
    with opened(folder, create=True) as book, book.transaction():
        gradebook.register(book, name, version)


def identities(folder: ClassFolder) -> dict[str, str]:
    with Gradebook(db_url(folder)) as stock:
        return {c.name: c.id for c in stock.find_notebook(NAME, NAME).source_cells}


def test_registering_stores_points_and_hidden_tests(folder: ClassFolder) -> None:
    with Gradebook(db_url(folder)) as stock:
        known = stock.find_notebook(NAME, NAME)
        assert {c.name: c.max_score for c in known.grade_cells} == {
            name: worth for name, (worth, _) in TESTS.items()
        }
        assert any(HIDDEN in c.source for c in known.source_cells)
        assert stock.find_assignment(NAME).duedate is None


def test_registering_the_same_again_changes_nothing(folder: ClassFolder) -> None:
    before = identities(folder)
    register(folder, NAME, assignment())
    assert identities(folder) == before


def test_registering_leaves_the_environment_alone(folder: ClassFolder) -> None:
    before = dict(os.environ)
    register(folder, NAME, assignment(tests=TESTS | {"half-1": (5, "assert half(4) == 2")}))
    assert dict(os.environ) == before


def test_the_gradebook_takes_what_a_release_gives_it(folder: ClassFolder) -> None:
    register(folder, "01_cut", gradebook_version(lesson()))
    with Gradebook(db_url(folder)) as stock:
        assert "alpha" in stock.find_source_cell("cut-1", "01_cut", "01_cut").source
        assert stock.find_assignment("01_cut").max_score == 2


def test_what_changes_before_anything_is_graded_keeps_the_cells_that_stay(
    folder: ClassFolder,
) -> None:
    before = identities(folder)
    register(folder, NAME, assignment(tests=TESTS | {"half-2": (1, "assert half(0) == 0")}))
    assert identities(folder).keys() == before.keys() | {"half-2"}


def test_a_due_date_survives_registering(folder: ClassFolder) -> None:
    due(folder)
    register(folder, NAME, assignment(tests=TESTS | {"half-1": (5, "assert half(4) == 2")}))
    with Gradebook(db_url(folder)) as stock:
        assert stock.find_assignment(NAME).duedate.year == 2026


def test_changed_points_update_a_graded_assignment(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    register(folder, NAME, assignment(tests=TESTS | {"double-1": (7, "assert double(1) == 2")}))
    assert points(folder)[0].max_score == 14


def test_a_new_test_has_no_score_in_earlier_submissions_until_they_are_graded(
    folder: ClassFolder,
) -> None:
    take(folder, "ann", ALL)
    more = TESTS | {"half-2": (1, "assert half(0) == 0")}
    register(folder, NAME, assignment(tests=more))
    with opened(folder) as book:
        found = scores.by_test(book, NAME)["ann"]
    assert found == {
        "double-1": (2, 2),
        "double-2": (3, 3),
        "half-1": (4, 4),
        "half-2": (0, 1),
    }


def test_an_answer_that_goes_is_refused_if_somebody_commented_on_it(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    with Gradebook(db_url(folder)) as stock:
        stock.find_comment("half", NAME, NAME, "ann").manual_comment = "well argued"
        stock.db.commit()
    without = assignment({"double": STUBS["double"]})
    with pytest.raises(AssignmentChangedError, match="a comment for ann at half"):
        register(folder, NAME, without)
    assert points(folder)[0].score == 9


def test_an_unknown_assignment_is_said_to_be_unregistered(
    folder: ClassFolder, tmp_path: Path
) -> None:
    with pytest.raises(NotRegisteredError, match="02_other"):
        points(folder, "02_other")
    with pytest.raises(NotRegisteredError, match="no gradebook"):
        points(ClassFolder(tmp_path / "elsewhere"))


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_class_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = ClassFolder(tmp_path / "parent" / name)
    register(folder, NAME, assignment())
    take(folder, "ann", ALL)
    assert [row.score for row in points(folder)] == [9]
    with Gradebook(db_url(folder)) as stock:
        assert stock.find_submission(NAME, "ann").score == 9
    assert [path.name for path in folder.path.parent.iterdir()] == [name]
