"""A class while it is graded: held by one grading, with temporary files of its own."""

import os
import tempfile
from pathlib import Path

import pytest

from grader.classroom.folder import ClassFolder
from grader.classroom.lock import alone, scratch
from grader.errors import BusyError
from tests.support.classes import ODD_NAMES


def test_one_grading_at_a_time_holds_a_class(tmp_path: Path) -> None:
    folder = ClassFolder(tmp_path / "class")
    with alone(folder), pytest.raises(BusyError, match="being graded already"), alone(folder):
        pass
    with alone(folder):
        assert folder.lock.is_file()


def test_what_a_killed_grading_left_behind_goes_away(tmp_path: Path) -> None:
    folder = ClassFolder(tmp_path)
    (folder.scratch / "left").mkdir(parents=True)
    with scratch(folder):
        assert [*folder.scratch.iterdir()] == []
    assert not folder.scratch.exists()


@pytest.mark.parametrize("name", ODD_NAMES)
def test_temporary_files_are_in_the_class_whatever_it_is_called(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    folder = ClassFolder(tmp_path / name)
    with alone(folder), scratch(folder):
        assert Path(tempfile.mkdtemp()).parent == folder.scratch
        assert os.environ["TMPDIR"] == str(folder.scratch)
    assert os.environ["TMPDIR"] == str(tmp_path)
