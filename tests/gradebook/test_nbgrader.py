"""nbgrader's own commands, feedback and formgrader on a class: they find what they would write."""

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbformat import reads
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import has_failed
from traitlets.config import Config

from grader.classroom.folder import ClassFolder, Ref
from grader.course import sources
from nlplab.checks.recorded import HIDDEN
from tests.support import ROOT
from tests.support.classes import (
    ALL,
    ANN,
    NAME,
    RIGHT,
    STUBS,
    TESTS,
    assignment,
    hand_in,
    judged,
    new_class,
    points,
    recorded,
    records,
    sanitised,
    take,
)
from tests.support.plugins import api, configured


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return new_class(tmp_path)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_the_gradebook_equals_that_of_nbgrader_autograde(
    folder: ClassFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    partly = {"double": STUBS["double"], "half": "def half(x):\n    return x // 2"}
    for student, answers in {"all": RIGHT, "partly": partly}.items():
        hand_in(folder, student, assignment(answers))
    stock = ClassFolder(shutil.copytree(folder.path, tmp_path / "stock"))
    monkeypatch.setattr(logging.getLogger("traitlets"), "level", logging.CRITICAL)

    config = stock.config()
    config.CourseDirectory.assignment_id = NAME
    Autograde(coursedir=CourseDirectory(config=config), config=config).start()
    for student in ("all", "partly"):
        path = stock.graded(Ref(student, NAME))
        cells = reads(path.read_text(encoding="utf-8"), as_version=4).cells
        ran = {c.id: c for c in cells if c.cell_type == "code"}
        outputs = {name.replace("-", "_"): c.outputs for name, c in ran.items()}
        outcomes = {name: "wrong" if has_failed(ran[name]) else "passed" for name in TESTS}
        graded = judged(sanitised(folder, student), outcomes, **outputs)
        recorded(folder, student, graded)

    assert records(folder) == records(stock)
    assert [(row.student, row.score) for row in points(folder)] == [
        ("all", 9),
        ("partly", 2.5),
    ]


@pytest.mark.filterwarnings("ignore")
def test_nbgraders_feedback_shows_points_and_messages(
    folder: ClassFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("traitlets"), "level", logging.CRITICAL)
    take(folder, "ann", ALL | {"double-2": "wrong"})
    config = folder.config()
    config.CourseDirectory.assignment_id = NAME
    GenerateFeedback(coursedir=CourseDirectory(config=config), config=config).start()
    page = folder.feedback(ANN).read_text(encoding="utf-8")
    assert "Score: 6.0 / 9.0" in page
    assert "It was wrong." in page


def test_the_formgrader_lists_what_was_graded(folder: ClassFolder) -> None:
    take(folder, "ann", ALL | {"double-2": "wrong"})
    [found] = api(folder.config()).get_submissions(NAME)
    shown = (found["student"], found["autograded"], found["score"], found["max_score"])
    assert shown == ("ann", True, 6, 9)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course with the sources of ours."""
    (tmp_path / "source").symlink_to(ROOT / "source")
    return tmp_path


@pytest.fixture
def of_the_course(course: Path) -> Iterator[Config]:
    with configured(course) as config:
        yield config


def test_kernels_of_nbgraders_own_commands_find_the_hidden_cases(
    of_the_course: Config, course: Path
) -> None:
    assert os.environ[HIDDEN] == str(course / "source")
    assert list(course.glob("source/*.hidden.py"))


def test_hidden_cases_are_no_assignments_to_nbgrader(of_the_course: Config) -> None:
    assert sorted(api(of_the_course).get_source_assignments()) == sources.assignments(ROOT)


def test_programs_that_nbgrader_starts_by_name_are_those_of_the_environment(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with configured(course):
        assert shutil.which("alembic") == str(Path(sys.executable).with_name("alembic"))


def test_nbgraders_own_commands_find_the_class(of_the_course: Config, course: Path) -> None:
    theirs, ours = (
        CourseDirectory(config=of_the_course),
        CourseDirectory(config=ClassFolder(course / "class").config()),
    )
    for step in ("submitted", "autograded", "feedback"):
        folders = [
            d.format_path(getattr(d, f"{step}_directory"), "ann", NAME) for d in (theirs, ours)
        ]
        assert folders[0] == folders[1]
    assert theirs.db_url == ours.db_url
