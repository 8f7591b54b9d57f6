"""The commands about a person's data ask first, and say what they did."""

import pytest

from grader.classroom.folder import ClassFolder, Ref
from tests.support.classes import ALL, NAME, new_class, take

ROSTER = "id,name\nann,Ann Lee\nbob,\n"


@pytest.fixture
def folder(root):
    folder = new_class(root)
    for student in ("ann", "bob"):
        take(folder, student, ALL)
    folder.roster.write_text(ROSTER)
    return folder


def test_forget_lists_what_is_kept_and_without_yes_removes_nothing(command, folder):
    ended = command("forget", "ann")
    assert ended.exit_code == 1
    assert "submitted/ann" in ended.stdout
    assert "1 submissions" in ended.stdout
    assert "nothing was removed" in ended.stderr
    assert folder.notebook(Ref("ann", NAME)).is_file()


def test_forget_with_yes_removes_it(command, folder):
    ended = command("forget", "ann", "--yes")
    assert ended.exit_code == 0, ended.stderr
    assert "removed ann" in ended.stdout
    assert not folder.submitted(Ref("ann", NAME)).exists()
    assert folder.notebook(Ref("bob", NAME)).is_file()
    assert folder.roster.read_text() == "id,name\nbob,\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("forget", "nobody", "--yes"), "has nothing of nobody"),
        (("forget", "Ann Lee", "--yes"), "write ann"),
        (("forget", "ann", "--yes", "--class", "elsewhere"), "no class in elsewhere"),
    ],
)
def test_what_is_not_there_is_named(command, folder, words, said):
    ended = command(*words)
    assert ended.exit_code == 1
    assert said in ended.stderr
    assert not ClassFolder(folder.path.parent / "elsewhere").path.exists()


def test_pseudonymise_writes_a_class_and_says_what_to_look_at(command, folder):
    (folder.submitted(Ref("ann", NAME)) / "photo.png").write_bytes(b"\x89PNG\0")
    ended = command("pseudonymise", "--into", "others")
    assert ended.exit_code == 0, ended.stderr
    assert "left out: submitted/student-00" in ended.stdout
    assert "2 students under other names in others" in ended.stdout
    assert "ann" not in {path.name for path in folder.path.parent.glob("others/submitted/*")}


def test_pseudonymise_refuses_a_folder_that_is_not_empty(command, folder):
    ended = command("pseudonymise", "--into", "source")
    assert ended.exit_code == 1
    assert "source is not empty: name a new folder" in ended.stderr
