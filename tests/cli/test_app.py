"""How a command ends, and how what others wrote is shown: as it is, and obeyed by no terminal."""

import errno
import os
import subprocess
import sys

import pytest

from grader import errors, lint
from grader.cli import app

HOSTILE = {
    "[/x]": "[/x]",
    "[bold red]ann[/]": "[bold red]ann[/]",
    "[link=https://example.org]a": "[link=https://example.org]a",
    ":skull:": ":skull:",
    "\x1b[31mred": "�[31mred",
    "\x9b31mred": "�31mred",
    "\x1b]0;title\x07": "�]0;title�",
    "pass\rfail": "pass�fail",
    "a\u202eb": "a�b",
    "a\u200bb": "a�b",
    "a\u2028b": "a�b",
    "\udcff": "�",
}


@pytest.mark.parametrize(("text", "seen"), HOSTILE.items(), ids=map(ascii, HOSTILE))
def test_text_is_shown_as_it_is_and_what_a_terminal_would_obey_is_replaced(text, seen, capsys):
    app.say(text)
    assert capsys.readouterr().out == f"{seen}\n"


@pytest.mark.parametrize(("text", "seen"), HOSTILE.items(), ids=map(ascii, HOSTILE))
def test_so_is_what_stands_in_a_table(text, seen, capsys):
    app.show_table(text, ["name"], [[text]])
    assert capsys.readouterr().out.count(seen) == 2


def test_korean_spaces_and_line_ends_stay(capsys):
    app.say("김\u3000아름 →\tone\ntwo")
    assert capsys.readouterr().out == "김\u3000아름 →      one\ntwo\n"


def test_a_long_line_is_not_broken(capsys):
    app.say("/a folder" * 100)
    assert capsys.readouterr().out == "/a folder" * 100 + "\n"


def test_a_table_without_rows_is_not_shown(capsys):
    app.show_table("nothing", ["name"], [])
    assert capsys.readouterr().out == ""


ENDS = [kind for kind in vars(errors).values() if isinstance(kind, type)]


@pytest.mark.parametrize("kind", ENDS)
def test_whatever_a_command_may_end_with_is_told_on_stderr_with_exit_status_1(
    kind, command, monkeypatch
):
    def fail(_):
        raise kind("[/x]\x1b[31m is wrong")

    monkeypatch.setattr(lint, "lint", fail)
    ended = command("lint")
    assert (ended.exit_code, ended.stdout, ended.stderr) == (1, "", "[/x]�[31m is wrong\n")


def test_a_mistake_of_the_program_is_not_taken_for_the_users(command, monkeypatch):
    monkeypatch.setattr(lint, "lint", lambda _: 1 / 0)
    assert isinstance(command("lint").exception, ZeroDivisionError)


OF_A_CLASS = (
    ["sample"],
    ["collect", "."],
    ["due"],
    ["grade"],
    ["export", "tests"],
    ["feedback"],
    ["report"],
)


@pytest.mark.parametrize("words", OF_A_CLASS, ids=" ".join)
def test_a_class_that_is_no_folder_is_named_with_the_reason(words, command, tmp_path):
    (tmp_path / "[x]").write_text("a file")
    ended = command(*words, "--class", str(tmp_path / "[x]"))
    assert ended.exit_code == 1
    assert ended.stderr == f"{tmp_path / '[x]'}: Not a directory\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may enter all")
def test_a_class_that_may_not_be_entered_is_named_with_the_reason(command, tmp_path):
    (tmp_path / "closed").mkdir(mode=0)
    ended = command("due", "--class", str(tmp_path / "closed"))
    assert ended.stderr == f"{tmp_path / 'closed'}: {os.strerror(errno.EACCES)}\n"


def test_a_class_folder_that_cannot_be_made_is_named_with_the_reason(command):
    ended = command("due", "01_cut", "never", "--class", "/proc/nowhere")
    assert (ended.exit_code, "/proc/nowhere: " in ended.stderr) == (1, True)


def loaded(code: str) -> set[str]:
    """The modules that a Python program ends with."""
    program = f"import sys\n{code}\nprint(*sys.modules)"
    return {*subprocess.check_output([sys.executable, "-c", program], text=True).split()}


def test_asking_for_help_waits_for_no_large_package():
    large = {"nbformat", "nbgrader", "sqlalchemy", "distributed", "torch", "nlplab"}
    assert loaded("import grader.cli.app") & large == set()


COMMAND = "from typer.testing import CliRunner\nfrom grader.cli.app import app\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "unneeded"),
    [
        (["collect", "inbox"], {"nbgrader", "sqlalchemy", "distributed", "torch"}),
        (["due"], {"distributed", "torch"}),
    ],
    ids=["collect", "due"],
)
def test_a_command_waits_only_for_the_packages_that_it_needs(words, unneeded, root):
    (root / "inbox").mkdir()
    (root / "class").mkdir()
    (root / "class" / "roster.csv").write_text("id\nann\n")
    ran = f"{COMMAND}assert CliRunner().invoke(app, {words}).exit_code == 0"
    assert loaded(ran) & unneeded == set()
