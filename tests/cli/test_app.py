"""How a command ends, and how what others wrote is shown: as it is, and obeyed by no terminal."""

import errno
import os
import subprocess
import sys

import pytest

from grader import errors, lint
from grader.cli import app
from grader.notebooks.marks import visible

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
    "a\x7fb\x85c": "a�b�c",
    "a\u2066b\u061cc\ufeffd": "a�b�c�d",
    "a\u3164b\u034fc\ufe0fd": "a�b�c�d",
    "\x1bP1;1|x\x1b\\\\": "�P1;1|x�\\\\",
}


@pytest.mark.parametrize(("text", "seen"), HOSTILE.items(), ids=map(ascii, HOSTILE))
def test_text_is_shown_as_it_is_and_what_a_terminal_would_obey_is_replaced(text, seen, capsys):
    app.say(text)
    assert capsys.readouterr().out == f"{seen}\n"


@pytest.mark.parametrize(("text", "seen"), HOSTILE.items(), ids=map(ascii, HOSTILE))
def test_so_is_what_stands_in_a_table(text, seen, capsys):
    app.show_table(text, ["name"], [[text]])
    assert capsys.readouterr().out.count(seen) == 2


def test_korean_and_wide_spaces_stay(capsys):
    app.say("김\u3000아름 →")
    assert capsys.readouterr().out == "김\u3000아름 →\n"


def test_what_is_said_is_one_line_unless_it_has_lines(capsys):
    app.say("ann\nbob has 4 points\tof 4")
    app.say("one\ntwo", lines=True)
    assert capsys.readouterr().out == "ann�bob has 4 points�of 4\none\ntwo\n"


WAYS = {
    "an exception": "raise ValueError(text)",
    "one that is no Exception": "class Lost(BaseException): pass\nraise Lost(text)",
    "a note of one": "error = ValueError()\nerror.add_note(text)\nraise error",
    "one in a thread": "import threading\ndef run(): raise ValueError(text)\n"
    "thread = threading.Thread(target=run)\nthread.start()\nthread.join()",
    "one that is ignored": "class Odd:\n    def __del__(self): raise ValueError(text)\nOdd()",
    "a warning": "import warnings\nwarnings.warn(text)",
    "a warning of Python's": "compile('1 is 1', text, 'exec')",
    "a message of a package": "import logging\nlogging.getLogger('it').error('%s', text)",
    "an exception with it": "import logging\ntry:\n    raise ValueError(text)\n"
    "except ValueError:\n    logging.getLogger('it').exception('oh')",
}


@pytest.mark.parametrize("way", WAYS)
def test_what_else_reaches_a_terminal_is_text_too(way):
    program = f"from grader.cli.terminal import guarded\ntext = {list(HOSTILE)!r}\n"
    program += "text = 'told ' + ''.join(text)\nwith guarded():\n"
    program += "".join(f"    {line}\n" for line in WAYS[way].split("\n"))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True)
    told = done.stderr.decode()
    assert "told " in told
    assert visible(told, "\n\t") == told


def test_a_mistake_of_the_program_ends_it_with_a_traceback_and_exit_status_1(root):
    program = "import sys\nfrom grader import lint\nfrom grader.__main__ import main\n"
    program += "def fail(_): raise KeyError('\\x1b[2J')\nlint.lint = fail\n"
    program += "sys.argv = ['grader', 'lint']\nmain()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "\x1b" not in done.stderr


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
