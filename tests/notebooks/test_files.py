"""Files are read whole and written whole, and what the system refuses is told with the path."""

import errno
import os
from pathlib import Path

import pytest

from grader.errors import FileError
from grader.notebooks import files


def test_a_file_that_is_not_there_is_named(tmp_path):
    path = tmp_path / "nothing.ipynb"
    for read in (files.read, files.read_bytes, files.existing):
        with pytest.raises(FileError) as told:
            read(path)
        assert str(told.value) == f"{path}: No such file or directory"


def test_a_link_that_leads_to_itself_is_no_file(tmp_path):
    (tmp_path / "round").symlink_to("round")
    with pytest.raises(FileError, match="round: "):
        files.existing(tmp_path / "round")


def test_a_folder_below_a_file_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="file/folder: Not a directory"):
        files.write_text(tmp_path / "file" / "folder" / "a.txt", "text")


def test_on_a_full_disk_the_old_file_stays_and_nothing_is_left_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    files.write_text(path, "old")

    def refuse(path: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(FileError, match=r"a\.txt: No space left on device"):
        files.write_text(path, "new")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("a.txt", "old")]
