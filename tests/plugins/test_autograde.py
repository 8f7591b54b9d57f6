"""nbgrader's Autograde: it asks `grader grade`, and has nothing left to do by itself."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from traitlets.config import Config

from grader.classroom.folder import Ref
from grader.grading import run
from grader.notebooks import files
from tests.support import planting
from tests.support.classes import records
from tests.support.planting import NAME, class_of, hand_in
from tests.support.plugins import api, configured

STAND_IN = """
import os, sys

print("asked:", *sys.argv[1:])
if "ASKED" in os.environ:
    open(os.environ["ASKED"], "w").write(" ".join(sys.argv[1:]))
sys.exit({status})
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course in which ann and bob have handed in."""
    return planting.of_two(tmp_path)


@pytest.fixture
def config(course: Path) -> Iterator[Config]:
    with configured(course) as config:
        yield config


def stand_in(course: Path, status: int = 0) -> None:
    """Have a program that says what it was asked stand for the grader in this course."""
    files.write_text(course / "grader" / "__main__.py", STAND_IN.format(status=status))


@pytest.fixture
def asked(
    tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, bool], str]:
    """What the grader is asked to do when a student is graded, with force or not."""
    place = tmp_path / "asked.txt"
    monkeypatch.setenv("ASKED", str(place))

    def ask(student: str, force: bool) -> str:
        assert api(config).autograde(NAME, student, force=force)["success"]
        return place.read_text("utf-8")

    return ask


def test_the_button_of_a_student_grades_that_student_again(
    course: Path, asked: Callable[[str, bool], str]
) -> None:
    stand_in(course)
    said = asked("ann", True)
    where = f"--class {course}/class --assignment {NAME}"
    assert said == f"grade {where} --student=ann --force --yes"


def test_the_command_without_a_student_grades_everybody_and_forces_nothing(
    course: Path, asked: Callable[[str, bool], str]
) -> None:
    stand_in(course)
    where = f"--class {course}/class --assignment {NAME}"
    assert asked("*", False) == f"grade {where}"


def test_where_grading_ends_with_an_error_it_says_so_and_changes_nothing(
    course: Path, config: Config
) -> None:
    stand_in(course, status=1)
    former = class_of(course).graded(Ref("ann", NAME))
    files.write_text(former, "what was graded before")
    before = sorted(class_of(course).path.rglob("*"))
    told = api(config).autograde(NAME, "ann", force=True)
    assert not told["success"]
    assert "asked: grade" in told["log"]
    assert former.read_text("utf-8") == "what was graded before"
    assert sorted(class_of(course).path.rglob("*")) == before


@pytest.mark.slow
def test_without_a_sandbox_it_runs_nothing_and_says_what_to_do(
    course: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    told = api(config).autograde(NAME, "ann")
    assert not told["success"]
    assert "apt-get install bubblewrap" in told["log"]
    assert not class_of(course).graded(Ref("ann", NAME)).exists()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_the_book_and_the_graded_notebooks_are_those_of_grader_grade(
    course: Path, config: Config, tmp_path_factory: pytest.TempPathFactory
) -> None:
    hand_in(course, "bob", planting.WRONG)
    hand_in(course, "cut", planting.RIGHT)
    damaged = class_of(course).notebook(Ref("cut", NAME))
    damaged.write_bytes(damaged.read_bytes()[:900])
    hand_in(course, "dan", planting.RIGHT)
    kept = class_of(course).notebook(Ref("dan", NAME))
    kept.rename(kept.with_name("another name.ipynb"))
    other = shutil.copytree(course, tmp_path_factory.mktemp("other") / "course")
    assert api(config).autograde(NAME, "*", force=False)["success"]
    list(run.grade_class(other, class_of(other), [NAME], run.Options(workers=1)))
    assert records(class_of(course), NAME) == records(class_of(other), NAME)
    assert graded(course) == graded(other)
    assert len(graded(course)) == 8  # a notebook and a time for each of four


def graded(course: Path) -> dict[str, bytes]:
    top = class_of(course).step("autograded")
    return {str(path.relative_to(top)): path.read_bytes() for path in top.rglob("*.*")}
