"""A submission before it runs: put right where that is possible, else refused with its reason."""

import json
from pathlib import Path

import pytest
from nbformat import NotebookNode, reads, writes
from nbformat.v4 import new_output

from classes import HIDDEN, NAME, RIGHT, assignment, cell, hand_in, new_class
from grader.sanitise import (
    MetadataError,
    NotANotebookError,
    NotHandedInError,
    NotJSONError,
    SubmissionError,
    sanitise,
)


@pytest.fixture
def class_dir(tmp_path: Path) -> Path:
    return new_class(tmp_path)


def sanitised(class_dir: Path, content: NotebookNode | str | bytes) -> list[NotebookNode]:
    hand_in(class_dir, "ann", content)
    return reads(sanitise(class_dir, "ann", NAME).decode(), as_version=4).cells


def test_sanitising_restores_tests_and_drops_outputs(class_dir: Path) -> None:
    nb = assignment(RIGHT)
    nb.cells[2].source = "pass"
    nb.cells[2].metadata.nbgrader.points = 1000
    nb.cells[3].source = nb.cells[3].source.replace(HIDDEN, "")
    nb.cells[1].outputs = [new_output("stream", text="mine")]
    cells = sanitised(class_dir, nb)
    assert cells[2].source == "assert double(4) == 8"
    assert cells[2].metadata.nbgrader.points == 2
    assert HIDDEN in cells[3].source
    assert cells[1].outputs == []
    assert cells[1].source == RIGHT["double"]


def test_sanitising_writes_nothing(class_dir: Path) -> None:
    hand_in(class_dir, "ann", assignment(RIGHT))
    before = sorted(class_dir.rglob("*"))
    here = Path.cwd()
    sanitise(class_dir, "ann", NAME)
    assert sorted(class_dir.rglob("*")) == before
    assert Path.cwd() == here


def test_of_a_repeated_cell_the_last_one_counts(class_dir: Path) -> None:
    nb = assignment(RIGHT)
    nb.cells.insert(1, cell("def double(x):\n    return 0", "double", solution=True))
    nb.cells[1].id = "copy"
    cells = sanitised(class_dir, nb)
    assert "nbgrader" not in cells[1].metadata
    assert cells[2].metadata.nbgrader.grade_id == "double"


def test_a_cell_pasted_from_another_assignment_is_an_ordinary_cell(class_dir: Path) -> None:
    nb = assignment(RIGHT)
    nb.cells.append(cell("assert True", "stranger-1", grade=True, locked=True, points=50))
    assert "nbgrader" not in sanitised(class_dir, nb)[-1].metadata


def test_missing_cell_ids_and_broken_outputs_do_no_harm(class_dir: Path) -> None:
    content = json.loads(writes(assignment(RIGHT)))
    content["nbformat_minor"] = 0
    for each in content["cells"]:
        del each["id"]
        each.update({"outputs": [{"what": 1}]} if each["cell_type"] == "code" else {})
    assert len({c.id for c in sanitised(class_dir, json.dumps(content))}) == len(content["cells"])


def broken(**marks: object) -> NotebookNode:
    nb = assignment(RIGHT)
    nb.cells[2].metadata.nbgrader.update(marks)
    return nb


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NotJSONError),
        (b"PK\x03\x04\xff\xfe", NotJSONError),
        (writes(assignment())[:300], NotJSONError),
        ("[" * 100_000, NotJSONError),
        ("[1, 2]", NotANotebookError),
        ('{"cells": [1]}', NotANotebookError),
        ('{"cells": [], "nbformat": 3, "metadata": {}}', NotANotebookError),
        ('{"cells": [], "nbformat": 4, "metadata": []}', NotANotebookError),
        (
            '{"cells": [{"cell_type": "film"}], "nbformat": 4, "metadata": {}}',
            NotANotebookError,
        ),
        (writes(assignment()).replace("Numbers", "\\ud800"), NotANotebookError),
        (broken(schema_version=2), MetadataError),
        (broken(schema_version=4), MetadataError),
        (broken(schema_version="x"), MetadataError),
        (broken(solution=True), MetadataError),
        (broken(points="many"), MetadataError),
        (broken(extra={"a": []}), MetadataError),
    ],
)
def test_a_bad_notebook_has_an_error_of_its_own(class_dir: Path, content, error) -> None:
    with pytest.raises(error) as raised:
        sanitised(class_dir, content)
    assert isinstance(raised.value, SubmissionError)
    assert len(str(raised.value)) < 300


def test_a_notebook_that_is_missing_or_a_link_was_not_handed_in(class_dir: Path) -> None:
    other = hand_in(class_dir, "bob", assignment(RIGHT))
    link = class_dir / "submitted" / "ann" / NAME / f"{NAME}.ipynb"
    link.parent.mkdir(parents=True)
    with pytest.raises(NotHandedInError):
        sanitise(class_dir, "ann", NAME)
    link.symlink_to(other)
    with pytest.raises(NotHandedInError):
        sanitise(class_dir, "ann", NAME)


@pytest.mark.parametrize("name", ["..", "", "a/b", "../../etc"])
def test_a_student_is_a_folder_name(class_dir: Path, name: str) -> None:
    with pytest.raises(ValueError, match="folder"):
        sanitise(class_dir, name, NAME)
