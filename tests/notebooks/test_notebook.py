"""Notebooks as exercises, and the names that code takes from elsewhere."""

import pytest

from grader.course import versions
from grader.errors import NotebookError
from grader.notebooks import files, notebook
from grader.notebooks.names import free_names
from tests.support.notebooks import code, graded, lesson, read_only, source


def test_exercise_has_its_own_test_cells_and_points():
    nb = lesson(graded("cut-2", "x", 3), graded("cut-long-1", "x", 5))
    (exercise,) = notebook.exercises(nb)
    assert [notebook.grade_id(test) for test in exercise.tests] == ["cut-1", "cut-2"]
    assert exercise.points == 5


def test_language_of_a_release_is_read_from_its_first_cell():
    assert notebook.language(versions.student_version(lesson(), "en")) == "en"
    assert notebook.language(source(code("x = 1"))) == "ko"


def test_skipped_cells_are_known_by_grade_id():
    assert notebook.skipped(lesson(read_only("device", "print(2)"))) == {"device"}


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"nbformat": 4}', '{"nbformat": 3}', "\xff"])
def test_file_that_is_no_notebook_is_a_value_error(tmp_path, content: str):
    path = tmp_path / "a.ipynb"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(NotebookError, match="notebook"):
        files.read(path)


@pytest.mark.parametrize(
    ("test", "names"),
    [
        ("import torch\ntorch.equal(f(1), x)", {"f", "x"}),
        ("y = [cut(w) for w in words]\nprint(y)", {"cut", "words"}),
        ("def g(a):\n    return h(a)\ng(1)", {"h"}),
        ("f = lambda a: a + b\nclass A:\n    c = d", {"b", "d"}),
    ],
)
def test_free_names_are_those_a_cell_does_not_bind(test: str, names: set[str]):
    assert free_names(test) == names
