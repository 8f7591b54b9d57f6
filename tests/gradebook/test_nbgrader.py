"""nbgrader's own commands, feedback and formgrader on a class: they find what they would write."""

import logging
import shutil
from pathlib import Path

import pytest
from nbformat import reads
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import has_failed
from traitlets.config import PyFileConfigLoader

from grader.classroom.folder import ClassFolder, Ref
from grader.gradebook.book import configuration
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

    config = configuration(stock)
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
    config = configuration(folder)
    config.CourseDirectory.assignment_id = NAME
    GenerateFeedback(coursedir=CourseDirectory(config=config), config=config).start()
    page = folder.feedback(ANN).read_text(encoding="utf-8")
    assert "Score: 6.0 / 9.0" in page
    assert "It was wrong." in page


def test_the_formgrader_lists_what_was_graded(folder: ClassFolder) -> None:
    take(folder, "ann", ALL | {"double-2": "wrong"})
    api = NbGraderAPI(CourseDirectory(config=configuration(folder)))
    [found] = api.get_submissions(NAME)
    shown = (found["student"], found["autograded"], found["score"], found["max_score"])
    assert shown == ("ann", True, 6, 9)


def test_nbgraders_own_commands_find_the_class() -> None:
    root = Path(__file__).resolve().parents[2]
    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    theirs, ours = (
        CourseDirectory(config=config),
        CourseDirectory(config=configuration(ClassFolder(root / "class"))),
    )
    for step in ("submitted", "autograded", "feedback"):
        folders = [
            d.format_path(getattr(d, f"{step}_directory"), "ann", NAME) for d in (theirs, ours)
        ]
        assert folders[0] == folders[1]
    assert theirs.db_url == ours.db_url
