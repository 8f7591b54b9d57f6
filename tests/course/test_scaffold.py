"""A new exercise comes with all that belongs to one, and what it adds works as it stands."""

import pytest

from grader.course import bank, scaffold
from grader.course.sources import source_path
from grader.errors import CourseError
from grader.notebooks import files, notebook
from tests.support import observing
from tests.support.observing import NAME


@pytest.fixture
def root(tmp_path):
    observing.course(tmp_path)
    return tmp_path


def test_it_has_cells_in_both_languages_cases_answers_and_a_message(root):
    written = scaffold.exercise(root, NAME, "double_all")
    assert {path.relative_to(root).as_posix() for path in written} == {
        f"source/{NAME}/{NAME}.ipynb",
        "nlplab/checks/cut.py",
        f"source/{NAME}.hidden.py",
        f"nlplab/messages/{NAME}.toml",
        f"tests/answers/{NAME}/double_all/right_loop.py",
        f"tests/answers/{NAME}/double_all/wrong_list_repeated.py",
    }
    *_, korean, english, solution, test = files.read(source_path(root, NAME)).cells
    assert "연습 1.4" in korean.source
    assert "Exercise 1.4" in english.source
    assert [notebook.grade_id(cell) for cell in (solution, test)] == ["double_all", "double_all-1"]
    answers = [answer for answer in bank.answers(root, NAME) if answer.exercise == "double_all"]
    assert [answer.key for answer in answers] == [None, "double_all.list_repeated"]


@pytest.mark.parametrize("name", ["Double", "double-all", "class", "../x", ""])
def test_a_name_that_is_no_functions_is_refused(root, name):
    with pytest.raises(CourseError, match="snake_case"):
        scaffold.exercise(root, NAME, name)


def test_a_name_that_is_taken_is_refused_and_nothing_is_written(root):
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(CourseError, match="already"):
        scaffold.exercise(root, NAME, "total")
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
