"""When an assignment is due: in the time of whoever says so, and lateness is counted from it."""

import json
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grader.classroom.folder import ClassFolder, Ref
from grader.cli.app import app
from grader.course import bank, build
from grader.gradebook import deadlines, scores
from grader.gradebook.session import Book, opened
from grader.grading import cluster
from grader.grading import run as grading
from tests.support import notebooks
from tests.support.classes import Judging

NAME = "01_cut"
SEOUL = "2026-12-01 23:59+09:00"


@pytest.fixture
def root(tmp_path, monkeypatch):
    root = notebooks.course(tmp_path, NAME)
    monkeypatch.chdir(root)
    return root


def command(*words: str) -> tuple[int, str]:
    done = CliRunner(env={"COLUMNS": "200", "NO_COLOR": "1"}).invoke(app, ["due", *words])
    return done.exit_code, done.output


def book(root: Path) -> AbstractContextManager[Book]:
    return opened(ClassFolder(root / "class"), create=True)


def due(root: Path, when: str) -> None:
    with book(root) as held:
        deadlines.write(held, NAME, deadlines.parse(when))


def test_a_zone_that_is_named_counts(root):
    due(root, SEOUL)
    with book(root) as held:
        assert deadlines.read(held, NAME) == datetime(2026, 12, 1, 14, 59, tzinfo=UTC)


def test_without_a_zone_it_is_the_time_of_this_machine():
    assert deadlines.parse("2026-12-01 23:59") == datetime(2026, 12, 1, 23, 59).astimezone()


def test_the_command_sets_it_and_lists_it(root):
    code, text = command(NAME, SEOUL)
    assert (code, "2026-12-0" in text, NAME in text) == (0, True, True)
    assert command()[1] == text
    assert command(NAME, "never")[1].endswith(f"\n{NAME}  never\n")


@pytest.mark.parametrize(
    ("zone", "when"),
    [("Asia/Seoul", "2026-12-01 14:59"), ("America/New_York", "2026-12-02 04:59")],
)
def test_a_due_date_without_a_zone_is_of_the_class_s_whatever_this_machine_has(
    root, in_zone, zone, when
):
    in_zone("Europe/Berlin")
    code, text = command(NAME, "2026-12-01 23:59", "--zone", zone)
    assert (code, f"2026-12-01 23:59 {zone}" in text) == (0, True)
    with book(root) as held:
        assert deadlines.read(held, NAME) == datetime.fromisoformat(when).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("machine", "due", "told"),
    [
        ("UTC", SEOUL, "time zone of the class: UTC+09:00\n"),
        ("UTC", "2026-12-01 23:59", "since none was set: set it with grader due --zone"),
        (
            "Asia/Seoul",
            "2026-12-01 14:59+00:00",
            "time zone of the class: KST, that of this machine",
        ),
    ],
)
def test_where_the_machine_tells_nothing_the_zone_of_the_due_date_is_the_class_s(
    root, in_zone, machine, due, told
):
    in_zone(machine)
    assert told in command(NAME, due)[1]
    assert told in command()[1]


@pytest.mark.parametrize("second", ["00", "01", "30", "59"])
def test_whoever_hands_in_within_the_due_minute_is_in_time(root, monkeypatch, second):
    monkeypatch.setattr(cluster, "engine", Judging(lambda _: {"cut-1": "passed"}).engine)
    due(root, SEOUL)
    folder, ann = ClassFolder(root / "class"), Ref("ann", NAME)
    folder.submitted(ann).mkdir(parents=True)
    nb = bank.compose(build.student_release(root, "ko", NAME), {})
    folder.notebook(ann).write_text(json.dumps(nb))
    for when, late in ((f"14:59:{second}", 0), ("15:00:00", 60)):
        folder.timestamp(ann).write_text(f"2026-12-01 {when} UTC")
        list(grading.grade_class(root, folder, [NAME], grading.Options()))
        with book(root) as held:
            assert scores.handed_in(held, NAME)["ann"].seconds_late == late


@pytest.mark.parametrize("day", ["2026-12-01", "20261201", "2026-W49-2"])
def test_a_day_alone_sets_nothing_and_is_asked_for_its_time(root, day):
    code, text = command(NAME, day)
    assert (code, f"{day!r} names no time of day: write '2026-12-01 23:59'" in text) == (1, True)
    assert command()[1].endswith(f"{NAME}  never\n")


@pytest.mark.parametrize("time", ["2026-12-01 00:00", "2026-12-01T00:00"])
def test_midnight_is_due_where_it_is_written(root, time):
    assert "2026-12-01 00:00" in command(NAME, time)[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((NAME, "tomorrow"), "2026-12-01 23:59"),
        ((NAME,), "when is"),
        (("01_cup", SEOUL), "01_cup"),
    ],
)
def test_what_is_no_time_or_no_section_is_told_with_what_to_write(root, words, told):
    code, text = command(*words)
    assert (code, told in text) == (1, True)


def test_a_submission_becomes_late_when_its_section_was_due_before(root, monkeypatch):
    monkeypatch.setattr(cluster, "engine", Judging(lambda _: {"cut-1": "passed"}).engine)
    nb = bank.compose(build.student_release(root, "ko", NAME), {})
    folder, ann = ClassFolder(root / "class"), Ref("ann", NAME)
    folder.submitted(ann).mkdir(parents=True)
    folder.notebook(ann).write_text(json.dumps(nb))
    folder.timestamp(ann).write_text("2026-12-01 15:59:00 UTC")

    def late() -> float:
        list(grading.grade_class(root, folder, [NAME], grading.Options()))
        with book(root) as held:
            return scores.handed_in(held, NAME)["ann"].seconds_late

    assert late() == 0
    due(root, SEOUL)
    assert late() == 3600
    due(root, "never")
    assert late() == 0
