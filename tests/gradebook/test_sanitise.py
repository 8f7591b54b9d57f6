"""A submission before it runs: repaired, and with the course's own tests in it."""

from pathlib import Path

import pytest
from nbformat import NotebookNode, reads
from nbformat.v4 import new_output

from grader.classroom.folder import ClassFolder
from tests.support import classes
from tests.support.classes import HIDDEN, RIGHT, assignment, cell, hand_in, new_class


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return new_class(tmp_path)


def sanitised(folder: ClassFolder, content: NotebookNode | str | bytes) -> list[NotebookNode]:
    hand_in(folder, "ann", content)
    return reads(classes.sanitised(folder, "ann").decode(), as_version=4).cells


def test_sanitising_restores_tests_and_drops_outputs(folder: ClassFolder) -> None:
    nb = assignment(RIGHT)
    nb.cells[2].source = "pass"
    nb.cells[2].metadata.nbgrader.points = 1000
    nb.cells[3].source = nb.cells[3].source.replace(HIDDEN, "")
    nb.cells[1].outputs = [new_output("stream", text="mine")]
    cells = sanitised(folder, nb)
    assert cells[2].source == "assert double(4) == 8"
    assert cells[2].metadata.nbgrader.points == 2
    assert HIDDEN in cells[3].source
    assert cells[1].outputs == []
    assert cells[1].source == RIGHT["double"]


def test_sanitising_writes_nothing(folder: ClassFolder) -> None:
    hand_in(folder, "ann", assignment(RIGHT))
    before = sorted(folder.path.rglob("*"))
    here = Path.cwd()
    classes.sanitised(folder, "ann")
    assert sorted(folder.path.rglob("*")) == before
    assert Path.cwd() == here


def test_a_cell_pasted_from_another_assignment_is_an_ordinary_cell(folder: ClassFolder) -> None:
    nb = assignment(RIGHT)
    nb.cells.append(cell("assert True", "stranger-1", grade=True, locked=True, points=50))
    last = sanitised(folder, nb)[-1]
    assert (last.source, dict(last.metadata)) == ("assert True", {})
