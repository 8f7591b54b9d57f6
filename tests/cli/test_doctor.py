"""`grader doctor` says in a line each what works, and what to do about what does not."""

import socket
from shutil import disk_usage

import pytest

from grader.classroom import zone
from grader.errors import SandboxError
from grader.kernel import sandbox
from tests.support.classes import due, new_class

STUDENT = "ann,Ann Lee\n"


@pytest.fixture(autouse=True)
def _with_a_sandbox(monkeypatch):
    monkeypatch.setattr(sandbox, "check", lambda: None)


def test_before_there_is_a_class_grading_is_possible_and_all_that_is_missing_is_named(command):
    ended = command("doctor")
    assert ended.exit_code == 0, ended.stderr
    assert "✓ sandbox" in ended.stdout
    assert "none yet: grader due or grader grade makes it" in ended.stdout
    assert "grader collect --draft-roster" in ended.stdout


def test_of_a_class_it_says_the_zone_the_dates_and_how_many_students_and_names_none(command, root):
    folder = new_class(root)
    zone.write(folder, "Asia/Seoul")
    due(folder)
    folder.roster.write_text(f"id,name\n{STUDENT}")
    told = command("doctor").stdout
    assert "✓ time zone  Asia/Seoul" in told
    assert "1 students in class/roster.csv" in told
    assert "✓ gradebook" in told
    assert "Ann" not in told


def test_without_a_sandbox_it_says_what_to_do_and_ends_with_1(command, monkeypatch):
    def missing() -> None:
        raise SandboxError("bubblewrap is not installed\napt-get install bubblewrap")

    monkeypatch.setattr(sandbox, "check", missing)
    ended = command("doctor")
    assert ended.exit_code == 1
    assert "✗ sandbox    bubblewrap is not installed" in ended.stdout
    assert "→ apt-get install bubblewrap" in ended.stdout


def test_a_roster_that_cannot_be_read_is_said_and_the_rest_is_looked_at(command, root):
    folder = new_class(root)
    folder.roster.write_text(f"id,name\n{STUDENT}{STUDENT}")
    ended = command("doctor")
    assert ended.exit_code == 1
    assert "✗ roster" in ended.stdout
    assert "is on line 2 already" in ended.stdout


def test_a_gradebook_of_another_version_of_nbgraders_is_to_be_upgraded(command, root, monkeypatch):
    new_class(root)
    monkeypatch.setattr("grader.gradebook.session._newest_schema", lambda: "newer")
    ended = command("doctor")
    assert ended.exit_code == 1
    assert "nbgrader wants newer" in ended.stdout


def test_where_nothing_can_listen_on_loopback_grading_cannot_be(command, monkeypatch):
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(socket, "create_server", refused)
    ended = command("doctor")
    assert ended.exit_code == 1
    assert "cannot be listened on: Operation not permitted" in ended.stdout


def test_a_disk_that_is_nearly_full_is_told(command, monkeypatch):
    full = disk_usage(".")._replace(free=2**29)
    monkeypatch.setattr("shutil.disk_usage", lambda _: full)
    told = command("doctor").stdout
    assert "! disk       0.5 GiB free" in told
