"""What `grader collect` and `grader due` show of files and people whose names may be anything."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from grader.course import bank, build
from grader.grading import cluster
from tests.support.classes import Judging

NAME = "01_cut"


def archive(root: Path, *names: str) -> Path:
    released = json.dumps(bank.compose(build.student_release(root, "ko", NAME), {}))
    with ZipFile(root / "all.zip", "w") as packed:
        for name in names:
            packed.writestr(name, released)
    return root / "all.zip"


def test_files_of_any_name_stand_in_what_is_to_be_looked_at(root, command):
    (root / "class").mkdir()
    (root / "class" / "roster.csv").write_text("id,name\nann,[bold]Ann\n")
    names = ("ann.ipynb", "[/x].ipynb", "a\x1b[31mb.ipynb", "a\u202ec.ipynb")
    ended = command("collect", str(archive(root, *names)))
    assert ended.exit_code == 1
    assert all(seen in ended.stdout for seen in ("[/x].ipynb", "a�[31mb.ipynb", "a�c.ipynb"))
    assert not {"\x1b", "\u202e"} & {*ended.stdout}
    assert (root / "class" / "submitted" / "ann" / NAME).is_dir()


def test_without_a_roster_it_is_said_how_to_write_one_and_how_to_get_a_draft(root, command):
    said = command("collect", str(archive(root, "ann.ipynb"))).stderr
    assert "no class/roster.csv: write a CSV with the columns id, name" in said
    assert said.endswith("From an archive of an LMS: grader collect --draft-roster\n")


def test_what_is_not_there_is_named_and_nothing_is_written(root, command):
    (root / "class").mkdir()
    ended = command("collect", "[/x].zip")
    assert (ended.exit_code, ended.stderr) == (1, "[/x].zip: No such file or directory\n")
    assert [*(root / "class").iterdir()] == []


def test_a_section_that_is_none_is_named_as_it_was_written(command):
    said = command("due", "[/x]", "never").stderr
    assert said == f"no source for [/x]; there is {NAME}\n"


# --- when, and from whom nothing came ---

SHEET = 'Identifier,Full name,Last modified (submission)\nParticipant 5,Ann,"2 March 2026, {}"\n'


def moodle(root: Path, came: str, *members: str) -> list[str]:
    """An archive of Moodle's and a worksheet that says when Ann handed in, with a roster."""
    (root / "class").mkdir()
    (root / "class" / "roster.csv").write_text("id,name\nann,Ann\nbob,Bob\neve,Eve\n")
    (root / "grades.csv").write_text(SHEET.format(came))
    return [str(archive(root, *members)), str(root / "grades.csv")]


@pytest.mark.parametrize(
    ("machine", "words", "came", "late"),
    [
        ("UTC", ("2026-03-02 18:00+09:00",), "5:55 PM", ""),
        ("UTC", ("2026-03-02 18:00", "--zone", "Asia/Seoul"), "6:00 PM", ""),
        ("America/New_York", ("2026-03-02 18:00", "--zone", "Asia/Seoul"), "5:55 PM", ""),
        ("UTC", ("2026-03-02 18:00+09:00",), "6:01 PM", "late 0 h 1 min: -2"),
        ("Asia/Seoul", ("2026-03-02 09:00+00:00",), "6:30 PM", "late 0 h 30 min: -2"),
    ],
)
@pytest.mark.parametrize("order", ["collect first", "due first"])
def test_lateness_is_counted_on_the_clock_of_the_class(
    root, command, in_zone, monkeypatch, machine, words, came, late, order
):
    in_zone(machine)
    monkeypatch.setattr(cluster, "engine", Judging(lambda _: {"cut-1": "passed"}).engine)
    config = "c = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
    (root / "nbgrader_config.py").write_text(config)
    paths = moodle(root, came, "Ann_5_assignsubmission_file_/a.ipynb")
    steps = [("collect", *paths), ("due", NAME, *words)]
    for step in steps if order == "collect first" else reversed(steps):
        assert command(*step).exit_code == 0
    shown = command("grade", "--sandbox", "none").stdout
    [row] = [line for line in shown.splitlines() if "ann" in line]
    assert row.split("│")[4].strip() == late


def test_from_whom_nothing_came_and_from_whom_nothing_to_grade_is_said_by_name(root, command):
    members = ("Ann_5_assignsubmission_file_/a.ipynb", "Bob_6_assignsubmission_file_/a.pdf")
    ended = command("collect", *moodle(root, "5:55 PM", *members))
    assert ended.exit_code == 1
    assert f"{NAME}: nothing came from eve (Eve)\n" in ended.stdout
    assert f"{NAME}: nothing to grade of bob (Bob): all.zip/Bob_6_assign" in ended.stdout
    assert "time zone of the class: " in ended.stdout


def test_nothing_at_all_has_its_trace(root, command):
    paths = moodle(root, "5:55 PM")
    ended = command("collect", "--assignment", NAME, *paths)
    assert f"{NAME}: nothing came from ann (Ann), bob (Bob), eve (Eve)\n" in ended.stdout
    assert "all.zip,refused" in (root / "class" / "collected.csv").read_text("utf-8-sig")


def test_a_zone_that_is_none_is_refused_and_nothing_is_written(root, command):
    ended = command("due", "--zone", "[/x]")
    assert (ended.exit_code, "'[/x]' is no time zone" in ended.stderr) == (1, True)
    assert not (root / "class" / "timezone.txt").exists()
