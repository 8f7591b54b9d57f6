"""What `grader grade` shows in the end: points, what to decide, and what has no grade."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import typer

from grader.classroom.folder import ClassFolder, Ref
from grader.cli import grading
from grader.cli.grading import Done, Plan
from grader.course import bank, build
from grader.errors import ClassError
from grader.grading import cluster
from grader.grading.entry import Entry
from grader.grading.options import Options
from grader.outcome import Choice, Graded, Message
from tests.support.classes import Judging

NAME = "01_cut"
RIGHT = "def cut(text):\n    return text.split()"
NAMES = {"[bold]ann": "[bold]ann", "\x1b[31mbob": "�[31mbob", "a\u202eb": "a�b"}
DONE = Done([], refused=False, seconds=3)


@pytest.fixture
def judging(monkeypatch) -> None:
    """Every test passes, without anything having to run."""
    monkeypatch.setattr(cluster, "engine", Judging(lambda _: {"cut-1": "passed"}).engine)


@pytest.fixture
def plan(root: Path) -> Plan:
    return Plan(root, ClassFolder(root / "class"), [NAME], Options(), 0)


def hand_in(root: Path, student: str, code: str = RIGHT) -> None:
    path = root / "class" / "submitted" / student / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(
        json.dumps(bank.compose(build.student_release(root, "ko", NAME), {"cut": code}))
    )


def test_students_of_any_name_stand_in_the_table(root, command, judging):
    for student in NAMES:
        hand_in(root, student)
    ended = command("grade", "--sandbox", "none")
    assert ended.exit_code == 0
    assert all(seen in ended.stdout for seen in NAMES.values())
    assert ended.stdout.endswith("gradebook: class/gradebook.db\n")
    assert not {"\x1b", "\u202e"} & {*ended.stdout}


@pytest.mark.parametrize(
    ("penalty", "came", "told"),
    [
        ("zero", "15:30", "late 0 h 30 min: -2"),
        ("none", "17:00", "late 2 h 0 min: costs nothing"),
        ("zero", "15:00", ""),
    ],
)
def test_the_table_says_who_is_late_and_what_that_cost(root, command, judging, penalty, came, told):
    config = f"c = get_config()\nc.LateSubmissionPlugin.penalty_method = {penalty!r}\n"
    (root / "nbgrader_config.py").write_text(config)
    hand_in(root, "ann")
    command("due", NAME, "2026-03-02 15:00+00:00")
    stamp = root / "class" / "submitted" / "ann" / NAME / "timestamp.txt"
    stamp.write_text(f"2026-03-02 {came}:59 UTC")
    shown = command("grade", "--sandbox", "none").stdout
    [row] = [line for line in shown.splitlines() if "ann" in line]
    assert row.split("│")[4].strip() == told


def test_a_folder_of_no_section_is_named_whatever_it_is_called(root, command, judging):
    hand_in(root, "ann")
    (root / "class" / "submitted" / "ann" / "[x]\x1b[2J").mkdir()
    said = command("grade", "--sandbox", "none").stdout
    assert "left alone: class/submitted/ann/[x]�[2J is no section of this course\n" in said


def test_a_submission_that_can_be_read_in_several_ways_is_shown_with_how_to_decide(plan, capsys):
    choices = (Choice((Message("cut as in [/x]"),), 0), Choice((Message("cut at\x1b[2J"),), 2))
    grading._show_readings(Entry(Ref("[i]ann", NAME), Graded(b"", (), {}, review=choices)))
    assert capsys.readouterr().out.splitlines() == [
        f"to review: [i]ann, {NAME} can be read in 2 ways",
        "  1: 0 points, cut as in [/x]",
        "  2: 2 points, cut at�[2J",
        f"  decide with: grader grade --student [i]ann --assignment {NAME} --reading N; "
        "or put the notebook right in submitted/",
    ]


def test_what_has_no_grade_through_no_fault_of_its_own_is_told_with_exit_status_1(plan, capsys):
    faults = {"[x]": "the disk is full\x1b[2J", "bob": "a worker died"}
    entries = [Entry(Ref(name, NAME), fault=cause) for name, cause in faults.items()]
    with pytest.raises(typer.Exit) as ended:
        grading._show(plan, replace(DONE, entries=entries))
    assert ended.value.exit_code == 1
    assert capsys.readouterr().out.splitlines() == [
        f"0 submissions in 3 s; gradebook: {plan.class_folder.gradebook}",
        "not graded, through no fault of the submission: [x], 01_cut: the disk is full�[2J",
        "not graded, through no fault of the submission: bob, 01_cut: a worker died",
        "what had points keeps them; grade again to try again",
    ]


def test_without_a_fault_nothing_is_told_of_any(plan, capsys):
    grading._show(plan, DONE)
    told = f"0 submissions in 3 s; gradebook: {plan.class_folder.gradebook}\n"
    assert capsys.readouterr().out == told


def test_faults_are_told_even_when_changes_of_points_were_refused(plan, capsys):
    held = Entry(Ref("ann", NAME), reason="damaged", held=True)
    failed = Entry(Ref("bob", NAME), fault="it died")
    with pytest.raises(ClassError, match="1 submissions were left as they were"):
        grading._show(plan, replace(DONE, entries=[held, failed], refused=True))
    assert "bob, 01_cut: it died" in capsys.readouterr().out


def test_a_cluster_that_cannot_be_reached_is_named(root, command):
    hand_in(root, "ann")
    ended = command("grade", "--sandbox", "none", "--scheduler", "[/x]")
    assert (ended.exit_code, "--scheduler [/x]: " in ended.stderr) == (1, True)


@pytest.mark.parametrize(
    ("scheduler", "warned"),
    [
        pytest.param("tcp://[::1]:1", True, marks=pytest.mark.slow),  # waits for an answer
        ("[/x]", True),
        ("tls://127.0.0.1:1", False),
    ],
)
def test_a_cluster_without_tls_is_told_of(root, command, scheduler, warned):
    hand_in(root, "ann")
    ended = command("grade", "--sandbox", "none", "--scheduler", scheduler)
    assert (f"No TLS: whoever reaches {scheduler} can run code" in ended.stdout) == warned


def test_with_nothing_new_no_large_package_is_imported(root, command, judging):
    hand_in(root, "ann")
    grade = ["grade", "--sandbox", "none"]
    assert command(*grade).exit_code == 0
    ran = (
        "import sys\nfrom typer.testing import CliRunner\nfrom grader.cli.app import app\n"
        f"ended = CliRunner().invoke(app, {grade})\nprint(ended.stdout, *sys.modules)"
    )
    told = subprocess.check_output([sys.executable, "-c", ran], text=True)
    assert "1 of them unchanged" in told
    assert not {"nbgrader", "nbconvert", "distributed", "torch", "sqlalchemy"} & {*told.split()}
