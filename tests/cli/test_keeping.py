"""The commands that keep a class safe say where everything is, and never write over a class."""

import pytest

from tests.support.classes import ALL, new_class, take


@pytest.fixture
def folder(root):
    folder = new_class(root)
    take(folder, "ann", ALL)
    return folder


def test_a_class_is_backed_up_and_restored_elsewhere(command, folder):
    assert command("backup", "a.tar.gz").exit_code == 0
    ended = command("restore", "a.tar.gz", "--class", "other")
    assert ended.exit_code == 0, ended.stderr
    assert (folder.path.parent / "other" / "gradebook.db").is_file()


def test_a_class_that_is_there_is_only_put_aside_with_yes(command, folder):
    command("backup", "a.tar.gz")
    refused = command("restore", "a.tar.gz")
    assert refused.exit_code == 1
    assert "is not empty, and nothing was changed" in refused.stderr
    ended = command("restore", "a.tar.gz", "--yes")
    assert ended.exit_code == 0, ended.stderr
    assert "what was there before is in class.before-" in ended.stdout
    assert len(list(folder.path.parent.glob("class.before-*"))) == 1


def test_a_second_backup_needs_another_name(command, folder):
    command("backup", "a.tar.gz")
    ended = command("backup", "a.tar.gz")
    assert ended.exit_code == 1
    assert "is there already" in ended.stderr
