"""What `grader export`, `feedback` and `report` say of files that cannot be read or written."""

import errno
import os
from pathlib import Path

import pytest

from grader.classroom.folder import Ref
from grader.errors import GradebookError
from grader.gradebook.session import Book
from grader.pages import feedback
from tests.support import notebooks
from tests.support.classes import ALL, NAME, new_class, take

ANN, BOB = "[bold]ann", "bob\x1b[2J"


@pytest.fixture(scope="module")
def graded(tmp_path_factory) -> Path:
    """A course with a class of two."""
    root = notebooks.course(tmp_path_factory.mktemp("course"), NAME)
    folder = new_class(root)
    for student in (ANN, BOB):
        take(folder, student, ALL)
    return root


@pytest.fixture
def root(graded: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(graded)
    return graded


@pytest.fixture
def full_disk(monkeypatch) -> None:
    def refuse(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/a/temporary/file")

    monkeypatch.setattr(os, "replace", refuse)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (["export", "tests"], "class/exports/tests.csv"),
        (["export", "moodle", "--out", "[x].csv"], "[x].csv"),
        (["report"], f"class/reports/{NAME}.html"),
        (["feedback", "--student", ANN], f"class/feedback/{ANN}/{NAME}/{NAME}.html"),
    ],
    ids=["tests", "moodle", "report", "feedback"],
)
def test_on_a_full_disk_the_file_is_named_that_could_not_be_written(
    words, written, command, full_disk
):
    ended = command(*words)
    assert ended.exit_code == 1
    assert ended.stderr.endswith(f"{written}: No space left on device\n")


@pytest.mark.parametrize(
    ("given", "reason"),
    [("source", "Is a directory"), ("[nowhere].csv", "No such file or directory")],
)
def test_what_cannot_be_read_is_named_with_the_reason(given, reason, command):
    ended = command("export", "canvas", "--into", given)
    assert (ended.exit_code, ended.stderr) == (1, f"{given}: {reason}\n")


def test_what_to_look_at_is_shown_as_it_is_written(command):
    said = command("export", "moodle").stdout
    assert "look at bob�[2J: left out, since Moodle will not know bob[2J" in said
    assert "\x1b" not in said


def test_a_page_that_cannot_be_made_keeps_nobody_else_from_theirs(command, monkeypatch):
    write, written = feedback.write, []

    def one_fails(book: Book, ref: Ref) -> Path:
        if ref.student == ANN:
            raise GradebookError(f"{ref.student}: [/x]")
        written.append(ref.student)
        return write(book, ref)

    monkeypatch.setattr(feedback, "write", one_fails)
    ended = command("feedback")
    assert (ended.exit_code, ended.stdout) == (1, f"no page: {ANN}: [/x]\n")
    assert written == [BOB]
