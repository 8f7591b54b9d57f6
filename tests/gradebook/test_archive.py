"""A class goes into one file and comes back the same; nothing is ever written over unseen."""

import gzip
import io
import json
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.lock import alone
from grader.errors import BusyError, ClassError, FileError
from grader.gradebook import archive
from tests.support.classes import ALL, NAME, new_class, records, take


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    folder = new_class(tmp_path)
    for student in ("ann", "김서연 1"):
        take(folder, student, ALL)
    folder.roster.write_text("id\nann\n김서연 1\n")
    return folder


def contents(folder: ClassFolder) -> dict[str, bytes]:
    """Every file but the gradebook, which SQLite writes in its own order, and the lock."""
    return {
        path.relative_to(folder.path).as_posix(): path.read_bytes()
        for path in folder.path.rglob("*")
        if path.is_file() and path not in (folder.gradebook, folder.lock)
    }


def test_a_class_comes_back_the_same(folder: ClassFolder, tmp_path: Path) -> None:
    told = archive.backup(folder, tmp_path / "a.tar.gz")
    back = ClassFolder(tmp_path / "elsewhere" / "class")
    made, aside = archive.restore(tmp_path / "a.tar.gz", back)
    assert (made, aside) == (told, None)
    assert contents(back) == contents(folder)
    assert records(back) == records(folder)
    before, after = (each.notebook(Ref("ann", NAME)).stat().st_mtime for each in (folder, back))
    assert after == pytest.approx(before, abs=1)
    assert sorted(tmp_path.glob(".*")) == []


def test_it_holds_what_was_written_while_the_gradebook_is_in_use(
    folder: ClassFolder, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(folder.gradebook)) as other:
        other.execute("UPDATE student SET last_name = 'half' WHERE id = 'ann'")  # not committed
        archive.backup(folder, tmp_path / "a.tar.gz")
    back = ClassFolder(tmp_path / "back")
    archive.restore(tmp_path / "a.tar.gz", back)
    with closing(sqlite3.connect(back.gradebook)) as book:
        assert book.execute("SELECT last_name FROM student WHERE id = 'ann'").fetchone() == (None,)


def test_a_class_that_is_there_is_put_aside(folder: ClassFolder, tmp_path: Path) -> None:
    archive.backup(folder, tmp_path / "a.tar.gz")
    folder.roster.write_text("id\nnobody\n")
    before = contents(folder)
    _, aside = archive.restore(tmp_path / "a.tar.gz", folder)
    assert contents(ClassFolder(aside)) == before
    assert folder.roster.read_text() == "id\nann\n김서연 1\n"
    assert aside.name.startswith("class.before-")


@pytest.mark.parametrize("place", ["a.tar.gz", "class/a.tar.gz"])
def test_no_file_is_written_over_and_none_into_the_class(
    folder: ClassFolder, tmp_path: Path, place: str
) -> None:
    (tmp_path / "a.tar.gz").write_text("precious")
    with pytest.raises(ClassError, match=r"already|in the class itself"):
        archive.backup(folder, tmp_path / place)
    assert (tmp_path / "a.tar.gz").read_text() == "precious"
    assert not (folder.path / "a.tar.gz").exists()


def test_links_and_what_is_there_for_a_while_are_left_out(
    folder: ClassFolder, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("not of the class")
    (folder.path / "link").symlink_to(tmp_path / "secret")
    folder.scratch.mkdir()
    (folder.scratch / "half").write_text("x")
    archive.backup(folder, tmp_path / "a.tar.gz")
    with tarfile.open(tmp_path / "a.tar.gz") as made:
        names = made.getnames()
    assert not any("link" in name or "half" in name or "grading" in name for name in names)


def test_a_class_that_is_being_graded_or_is_none_is_not_backed_up(
    folder: ClassFolder, tmp_path: Path
) -> None:
    with alone(folder), pytest.raises(BusyError):
        archive.backup(folder, tmp_path / "a.tar.gz")
    with pytest.raises(ClassError, match="no class"):
        archive.backup(ClassFolder(tmp_path / "nowhere"), tmp_path / "a.tar.gz")
    assert [path.name for path in tmp_path.iterdir()] == ["class"]


def packed(*entries: tuple[str, bytes], manifest: object = None) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as tar:
        for name, data in (*entries, ("manifest.json", json.dumps(manifest).encode())):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return made.getvalue()


BROKEN = {
    "no archive": b"PK\x03\x04",
    "empty": b"",
    "gzip of something else": gzip.compress(b"x" * 1000),
    "no manifest": packed(("class/roster.csv", b"id\n")),
    "another file": packed(
        ("class/roster.csv", b"id\n"), manifest={"format": 1, "files": {"roster.csv": "0"}}
    ),
    "nothing in it": packed(manifest={"format": 1, "made": "", "version": "", "files": {}}),
    "out of the folder": packed(("class/../../evil", b"x"), manifest={"format": 1, "files": {}}),
    "absolute": packed(("/tmp/evil-of-a-test", b"x"), manifest={"format": 1, "files": {}}),
    "of a later version": packed(("class/roster.csv", b"id\n"), manifest={"format": 2}),
    "a manifest that is none": packed(("class/roster.csv", b"id\n"), manifest=[1]),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_no_whole_archive_changes_nothing(
    folder: ClassFolder, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "a.tar.gz").write_bytes(data)
    before = contents(folder)
    with pytest.raises(ClassError, match="nothing was changed"):
        archive.restore(tmp_path / "a.tar.gz", folder)
    assert contents(folder) == before
    assert {path.name for path in tmp_path.iterdir()} == {"class", "a.tar.gz"}


@pytest.mark.parametrize("share", [0.2, 0.5, 0.99])
def test_an_archive_that_was_cut_short_changes_nothing(
    folder: ClassFolder, tmp_path: Path, share: float
) -> None:
    archive.backup(folder, tmp_path / "a.tar.gz")
    data = (tmp_path / "a.tar.gz").read_bytes()
    (tmp_path / "a.tar.gz").write_bytes(data[: int(share * len(data))])
    with pytest.raises(ClassError, match="nothing was changed"):
        archive.restore(tmp_path / "a.tar.gz", folder)
    assert folder.gradebook.is_file()


def test_a_file_that_is_not_there_is_named(folder: ClassFolder, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"none\.tar\.gz"):
        archive.restore(tmp_path / "none.tar.gz", folder)
