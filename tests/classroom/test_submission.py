"""What was handed in, as a file: read, or refused with its reason."""

import json
from pathlib import Path
from typing import Any

import pytest
from nbformat import writes

from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.submission import (
    LONGEST_CODE,
    LONGEST_TEXT,
    MOST_CELLS,
    Piece,
    handed_in,
    read,
)
from grader.errors import (
    NotANotebookError,
    NotHandedInError,
    NotJSONError,
    SubmissionError,
)
from tests.support.classes import NAME, ODD_NAMES, RIGHT, assignment, hand_in

NB = writes(assignment())


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NotJSONError),
        (b"PK\x03\x04\xff\xfe", NotJSONError),
        (NB[:8].encode(), NotJSONError),
        (b"[" * 100_000, NotJSONError),
        (b"[1, 2]", NotANotebookError),
        (b'{"cells": [1]}', NotANotebookError),
        (b'{"cells": [], "nbformat": 4, "metadata": {}}', NotANotebookError),
        (b'{"cells": {}, "nbformat": 4}', NotANotebookError),
        (b'{"cells": [{}], "nbformat": 5}', NotANotebookError),
        (b'{"cells": [{}], "nbformat": "four"}', NotANotebookError),
        (b'{"cells": [null], "nbformat": 4}', NotANotebookError),
        (b'{"worksheets": [1], "nbformat": 3}', NotANotebookError),
        (b'{"worksheets": 7, "nbformat": 3}', NotANotebookError),
        (json.dumps({"cells": [{}] * (MOST_CELLS + 1)}).encode(), NotANotebookError),
    ],
)
def test_a_file_that_is_no_notebook_has_an_error_of_its_own(content: bytes, error) -> None:
    with pytest.raises(error) as raised:
        read(content)
    assert isinstance(raised.value, SubmissionError)
    assert len(str(raised.value)) < 300


def only(data: bytes) -> list[Piece]:
    [handed] = read(data)
    return handed.pieces


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_any_encoding_of_unicode_will_do(encoding: str) -> None:
    [handed] = read(NB.encode(encoding))
    assert [p.source for p in handed.pieces] == [c.source for c in assignment().cells]


def test_only_what_a_grade_may_depend_on_is_looked_at() -> None:
    cell = {
        "cell_type": "code",
        "source": ["a = 1\r\n", 7, "b = 2"],
        "outputs": "none",
        "metadata": {"nbgrader": [1], "tags": "x"},
        "id": {},
        "attachments": {"a.png": {"image/png": 7}, "b.png": {"image/png": "data"}},
    }
    [piece] = only(json.dumps({"cells": [cell], "nbformat": 4, "metadata": []}).encode())
    assert (piece.source, piece.id, piece.name, piece.tags) == ("a = 1\nb = 2", "", "", ())
    assert piece.attachments == {"b.png": {"image/png": "data"}}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (["def f(x):", "", "    return x"], "def f(x):\n\n    return x"),
        (["a = 1\n", "b = 2", "c = 3\n", "d"], "a = 1\nb = 2\nc = 3\nd"),
        (["a = 1\n", "", "b = 2\n"], "a = 1\nb = 2\n"),
        (["a\r", "b\r", "c"], "a\nb\nc"),
        (list("a = 1\nb = 2"), "a = 1\nb = 2"),
        (["a = 1\nb =", " 2\nc = 3"], "a = 1\nb = 2\nc = 3"),
    ],
)
def test_lines_of_a_cell_get_their_ends_back_where_they_lost_them(source, text: str) -> None:
    [piece] = only(json.dumps({"cells": [{"cell_type": "code", "source": source}]}).encode())
    assert piece.source == text


def test_a_merge_within_a_cell_is_two_readings() -> None:
    source = "x = 1\n<<<<<<< local\ny = 2\n=======\ny = 3\n>>>>>>> remote"
    found = read(json.dumps({"cells": [{"cell_type": "code", "source": source}]}).encode())
    assert [each.pieces[0].source for each in found] == ["x = 1\ny = 2", "x = 1\ny = 3"]
    assert {name for each in found for name in each.mended} == {"file_conflict"}


@pytest.mark.parametrize("place", [0, 1, 2])
def test_nothing_where_a_cell_should_be_costs_no_other_cell(place: int) -> None:
    content = json.loads(NB)
    content["cells"][place:place] = [None, None]
    [handed] = read(json.dumps(content).encode())
    assert [p.source for p in handed.pieces] == [c.source for c in assignment().cells]
    assert handed.mended == {"file_nulls"}


@pytest.mark.parametrize("version", ["4", " 4 ", "3"])
def test_a_format_that_is_written_as_text_is_that_format(version: str) -> None:
    content = json.loads(NB)
    content |= {"nbformat": version, "worksheets": [{"cells": content["cells"]}]}
    [handed] = read(json.dumps(content).encode())
    assert handed.version.startswith(f"{version.strip()}.")
    assert [p.source for p in handed.pieces] == [c.source for c in assignment().cells]
    assert handed.mended == {"file_format"}


def test_a_format_that_is_not_said_is_that_of_now() -> None:
    [handed] = read(json.dumps(json.loads(NB) | {"nbformat": None}).encode())
    assert handed.version.startswith("4.")


def test_half_a_surrogate_pair_does_not_stop_a_grade() -> None:
    cell = {"cell_type": "code", "source": "x = '?'".replace("?", "\ud800")}
    [piece] = only(json.dumps({"cells": [cell]}).encode())
    assert piece.source == "x = '?'"


def test_a_notebook_that_is_missing_or_a_link_was_not_handed_in(tmp_path: Path) -> None:
    folder, ann = ClassFolder(tmp_path), Ref("ann", NAME)
    other = hand_in(folder, "bob", assignment(RIGHT))
    link = folder.notebook(ann)
    link.parent.mkdir(parents=True)
    with pytest.raises(NotHandedInError):
        handed_in(folder, ann)
    link.symlink_to(other)
    with pytest.raises(NotHandedInError):
        handed_in(folder, ann)


def test_the_only_notebook_there_was_handed_in_whatever_its_name(tmp_path: Path) -> None:
    folder, ann = ClassFolder(tmp_path), Ref("ann", NAME)
    path = hand_in(folder, "ann", NB)
    path.rename(path.with_name("final (2).ipynb"))
    assert handed_in(folder, ann) == NB.encode()
    hand_in(folder, "ann", "the one of the assignment's name")
    assert handed_in(folder, ann) == b"the one of the assignment's name"


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_class_and_a_student_may_have_any_name_of_a_folder(tmp_path: Path, name: str) -> None:
    folder = ClassFolder(tmp_path / name)
    hand_in(folder, name, NB)
    assert handed_in(folder, Ref(name, NAME)) == NB.encode()


@pytest.mark.parametrize(
    ("kind", "most"), [("code", LONGEST_CODE), ("raw", LONGEST_TEXT), ("markdown", LONGEST_TEXT)]
)
def test_of_a_cell_that_is_too_long_the_beginning_is_kept(kind: str, most: int) -> None:
    content = {"nbformat": 4, "cells": [{"cell_type": kind, "source": "x" * (most + 1)}]}
    [piece] = only(json.dumps(content).encode())
    assert (len(piece.source), piece.cut) == (most, True)


@pytest.mark.parametrize(
    "cell",
    [
        {"cell_type": "markdown", "source": ["x" * LONGEST_TEXT]},
        {"cell_type": "code", "source": "", "attachments": {"a": {"image/png": "x" * 10**6}}},
        pytest.param({"cell_type": "raw", "source": ["xy\n"] * 400_000}, marks=pytest.mark.slow),
    ],
)
def test_more_text_than_anybody_writes_is_refused(cell: dict[str, Any]) -> None:
    content = {"nbformat": 4, "cells": [cell] * 21}
    with pytest.raises(NotANotebookError, match="million letters"):
        read(json.dumps(content).encode())
