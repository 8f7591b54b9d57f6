"""A whole class, from submitted/ to the gradebook, and the commands around it."""

import json
import os
import shutil
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from subprocess import DEVNULL, Popen, check_output
from zipfile import ZipFile, ZipInfo

import pytest
from typer.testing import CliRunner

from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.lock import alone
from grader.cli.app import app
from grader.collect import collect
from grader.course import bank, build
from grader.errors import BusyError, NoSuchReadingError, RosterError, SettingError
from grader.gradebook import deadlines
from grader.gradebook.session import opened
from grader.grading import cluster
from grader.grading import run as grading
from grader.grading.entry import Entry
from grader.kernel import sandbox
from grader.limits import Limits
from grader.outcome import Graded
from grader.pages import feedback
from tests.support import damage, notebooks
from tests.support.classes import DUE, ODD_NAMES, Judging, points

pytestmark = pytest.mark.slow

NAME = "01_cut"
RIGHT = "def cut(text):\n    return text.split()"
WRONG = "def cut(text):\n    return [text]"
KILLS = "import os, signal, time\n\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(9)"


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    return notebooks.course(tmp_path_factory.mktemp("course"), NAME)


@pytest.fixture(scope="module")
def folder(root) -> ClassFolder:
    folder = ClassFolder(root / "class")
    released = build.student_release(root, "ko", NAME)
    answers = {"ann": RIGHT, "bob": WRONG, "cho": None, "eve": KILLS}
    for student, code in answers.items():
        submission = bank.compose(released, {"cut": code} if code else {})
        hand_in(folder, student, json.dumps(submission))
    hand_in(folder, "dan", "this is not a notebook")
    folder.submitted(Ref("ann", "99_other")).mkdir()
    return folder


def hand_in(folder: ClassFolder, student: str, content: str | bytes) -> None:
    path = folder.notebook(Ref(student, NAME))
    path.parent.mkdir(parents=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def graded(root: Path, folder: ClassFolder, **options) -> dict[str, Entry]:
    chosen = grading.Options(Limits(cell=20), sealed=False, workers=1, **options)
    return {e.ref.student: e for e in grading.grade_class(root, folder, [NAME], chosen)}


@pytest.fixture(scope="module")
def entries(root, folder) -> dict[str, Entry]:
    return graded(root, folder)


def scored(folder: ClassFolder) -> dict[str, float]:
    return {row.student: row.score for row in points(folder, NAME)}


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    """The address of a Dask cluster: a scheduler and two workers in processes of their own."""
    file = tmp_path_factory.mktemp("scheduler") / "scheduler.json"
    python = [sys.executable, "-m"]
    with ExitStack() as stack:
        scheduler = ["distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard"]
        worker = ["distributed.cli.dask_worker", "--nthreads", "1", "--no-dashboard", "--no-nanny"]
        for words in (scheduler, worker, worker):
            command = [*python, *words, "--scheduler-file", str(file)]
            process = stack.enter_context(Popen(command, stdout=DEVNULL, stderr=DEVNULL))
            stack.callback(process.terminate)
        while not file.exists():
            time.sleep(0.1)
        yield json.loads(file.read_text())["address"]


@pytest.fixture(scope="module")
def scores(entries, folder) -> dict[str, float]:
    return scored(folder)


def test_a_right_answer_has_its_points_and_the_others_none(scores):
    assert scores["ann"] == 2
    assert scores["bob"] == scores["cho"] == 0


def test_submissions_are_recorded_in_order(entries):
    assert list(entries) == ["ann", "bob", "cho", "dan", "eve"]


def test_what_is_no_notebook_has_zero_with_the_reason(entries, scores):
    assert scores["dan"] == 0
    assert "JSON" in entries["dan"].summary()


def test_a_submission_that_takes_its_kernel_down_costs_nobody_else_a_grade(entries, scores):
    assert entries["eve"].summary() == "1 not run"
    assert scores["eve"] == 0
    assert isinstance(entries["cho"].graded, Graded)


def test_only_what_is_new_or_changed_is_graded_again(root, folder, scores, scheduler):
    released = build.student_release(root, "ko", NAME)
    changed = json.dumps(bank.compose(released, {"cut": RIGHT}))
    submitted = folder.notebook(Ref("bob", NAME))
    before = submitted.read_text()
    submitted.write_text(changed)
    again = graded(root, folder, scheduler=scheduler)
    assert [name for name, entry in again.items() if entry.new] == ["bob"]
    assert again["ann"].summary() == "1 passed"
    assert scored(folder)["bob"] == 2
    submitted.write_text(before)
    both = frozenset({"ann", "bob"})
    forced = graded(root, folder, scheduler=scheduler, force=True, students=both)
    assert {name: entry.new for name, entry in forced.items()} == {"ann": True, "bob": True}
    assert scored(folder)["bob"] == 0


def test_a_damaged_submission_is_graded_as_the_undamaged_one_and_says_what_was_repaired(
    root, tmp_path, scheduler
):
    nb = bank.compose(build.student_release(root, "ko", NAME), {"cut": RIGHT})
    for cell in nb.cells:
        cell.metadata = {}
    folder = ClassFolder(tmp_path)
    hand_in(folder, "ann", json.dumps(nb))
    [entry] = graded(root, folder, scheduler=scheduler).values()
    assert entry.summary() == "1 passed; repaired: labels_lost"
    assert scored(folder) == {"ann": 2}
    [again] = graded(root, folder, scheduler=scheduler).values()
    assert (again.new, again.graded.repairs) == (False, entry.graded.repairs)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("conflict_around_counts", "file_conflict"),
        ("last_lines_missing", "file_cut"),
        ("saved_as_cp949", "file_encoding"),
    ],
)
def test_a_damaged_file_with_one_reading_earns_what_it_says_and_it_is_told(
    root, tmp_path, scheduler, name: str, told: str
):
    released = build.student_release(root, "ko", NAME)
    nb = json.loads(json.dumps(bank.compose(released, {"cut": RIGHT})))
    folder = ClassFolder(tmp_path)
    where = damage.Where("cut", released, released, WRONG)
    hand_in(folder, "ann", damage.damaged(nb, where, name))
    [entry] = graded(root, folder, scheduler=scheduler).values()
    assert entry.summary() == f"1 passed; repaired: {told}"
    assert scored(folder) == {"ann": 2}


def test_two_sides_of_a_merge_with_different_points_wait_for_a_person(root, tmp_path, scheduler):
    released = build.student_release(root, "ko", NAME)
    nb = json.loads(json.dumps(bank.compose(released, {"cut": RIGHT})))
    folder = ClassFolder(tmp_path)
    where = damage.Where("cut", released, released, WRONG)
    data = damage.damaged(nb, where, "conflict_with_another_answer")
    hand_in(folder, "ann", data)
    [entry] = graded(root, folder, scheduler=scheduler).values()
    assert [choice.points for choice in entry.graded.review] == [2, 0]
    assert "second side of a merge" in entry.graded.review[1].said("en")


def test_a_test_added_after_the_release_runs_on_the_answers_that_were_handed_in(
    tmp_path, scheduler
):
    root, folder = notebooks.course(tmp_path, NAME), ClassFolder(tmp_path / "class")
    released = build.student_release(root, "ko", NAME)
    for student, code in {"ann": RIGHT, "bob": WRONG}.items():
        hand_in(folder, student, json.dumps(bank.compose(released, {"cut": code})))
    graded(root, folder, scheduler=scheduler)
    more = notebooks.graded("cut-2", 'assert cut("a")[0] == "a"', points=3)
    notebooks.save(root, NAME, notebooks.lesson(more))
    again = graded(root, folder, scheduler=scheduler)
    assert again["bob"].graded.tests[1].outcome == "passed"
    assert scored(folder) == {"ann": 5, "bob": 3}


@pytest.fixture(scope="module")
def undecided(root, tmp_path_factory) -> ClassFolder:
    """A class of one, who has two answers to the exercise."""
    folder = ClassFolder(tmp_path_factory.mktemp("undecided"))
    nb = bank.compose(build.student_release(root, "ko", NAME), {"cut": WRONG})
    here = next(n for n, cell in enumerate(nb.cells) if cell.source == WRONG)
    nb.cells.insert(here + 1, nb.cells[here] | {"id": "copy", "source": RIGHT})
    hand_in(folder, "ann", json.dumps(nb))
    return folder


def test_of_two_readings_with_different_points_none_counts_until_somebody_decides(
    root, undecided, scheduler
):
    [entry] = graded(root, undecided, scheduler=scheduler).values()
    assert [choice.points for choice in entry.graded.review] == [0, 2]
    assert [test.key for test in entry.graded.tests] == ["repair.undecided"]
    assert entry.summary().endswith("to review")
    assert scored(undecided) == {"ann": 0}
    kept = json.loads(undecided.result(Ref("ann", NAME)).read_text())["review"]
    assert [choice["points"] for choice in kept] == [0, 2]
    assert "return text.split()" in kept[1]["description"][0]["values"]["line"]

    ann = frozenset({"ann"})
    [chosen] = graded(root, undecided, scheduler=scheduler, students=ann, reading=2).values()
    assert (chosen.graded.review, scored(undecided)) == ((), {"ann": 2})
    [again] = graded(root, undecided, scheduler=scheduler, force=True).values()
    assert (again.new, again.graded.review) == (True, ())
    assert scored(undecided) == {"ann": 2}


def test_a_reading_that_there_is_not_is_refused_and_changes_nothing(root, undecided, scheduler):
    before = points(undecided, NAME)
    with pytest.raises(NoSuchReadingError, match="no reading 3: there are 2"):
        graded(root, undecided, scheduler=scheduler, reading=3)
    assert points(undecided, NAME) == before


def test_a_cluster_that_exists_grades_too(root, folder, scores, scheduler):
    chosen = frozenset({"ann", "cho"})
    again = graded(root, folder, scheduler=scheduler, force=True, students=chosen)
    assert {name: entry.summary() for name, entry in again.items()} == {
        "ann": "1 passed",
        "cho": "1 not attempted",
    }


def test_a_log_says_where_each_submissions_time_went(entries, folder):
    lines = [json.loads(line) for line in folder.log.read_text().splitlines()]
    assert [line["student"] for line in lines[:5]] == list(entries)
    assert {"kernel", "cells", "tests", "total"} <= lines[0]["seconds"].keys()


def test_a_class_that_is_being_graded_is_not_graded_at_the_same_time(root, tmp_path):
    folder = ClassFolder(tmp_path)
    with alone(folder), pytest.raises(BusyError, match="already"):
        graded(root, folder)


def test_a_summary_counts_the_outcomes(entries):
    assert entries["ann"].summary() == "1 passed"
    assert entries["cho"].summary() == "1 not attempted"


def test_a_folder_of_no_section_is_named_and_left_alone(folder):
    assert [path.name for path in folder.unknown([NAME])] == ["99_other"]


@pytest.fixture
def command(root, monkeypatch):
    """A command of `grader`, run in the folder of the course: its exit code and its text."""
    monkeypatch.chdir(root)

    def command(*words: str) -> tuple[int, str]:
        done = CliRunner(env={"COLUMNS": "200"}).invoke(app, words)
        return done.exit_code, done.output

    return command


def test_grading_one_section_says_nothing_of_the_others(command, root, folder, monkeypatch):
    def stop(*_):
        raise SettingError("far enough")

    monkeypatch.setattr(grading, "grade_class", stop)
    notebooks.save(root, "02_more", build.source(root, NAME))
    more = folder.submitted(Ref("ann", "02_more"))
    more.mkdir()
    _, text = command("grade", "--sandbox", "none", "--class", str(folder), "--only", NAME)
    more.rmdir()
    shutil.rmtree(root / "source" / "02_more")
    assert "far enough" in text
    assert ("99_other" in text, "02_more" in text) == (True, False)


def test_help_names_every_command(command):
    code, text = command("--help")
    assert code == 0
    assert all(name in text for name in ("release", "lint", "rehearse", "sample", "grade"))


def test_grading_nothing_says_where_submissions_are_expected(command, tmp_path):
    code, text = command("grade", "--class", str(tmp_path))
    assert (code, "submitted/STUDENT/ASSIGNMENT" in text) == (1, True)


def test_a_section_that_does_not_exist_is_named_with_those_that_do(command):
    code, text = command("sample", "--only", "07_nothing")
    assert (code, "07_nothing" in text, NAME in text) == (1, True, True)


def test_a_repository_that_is_none_is_refused(command):
    code, text = command("release", "--repo", "just-a-name")
    assert (code, "OWNER/NAME" in text) == (1, True)


def test_without_bubblewrap_grading_says_what_to_install_and_how_to_go_on(command, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    sandbox.check.cache_clear()
    code, text = command("grade")
    assert code == 1
    assert "apt-get install bubblewrap" in text
    assert "--sandbox none" in text


@pytest.mark.parametrize(
    ("words", "named"),
    [(("--sandbox", "chroot"), "bubblewrap or none"), (("--reading", "2"), "name its --student")],
)
def test_an_option_that_makes_no_sense_is_named(command, words, named):
    code, text = command("grade", *words)
    assert (code, named in text) == (1, True)


def test_an_extension_in_the_roster_saves_a_late_student_from_the_penalty(
    root, tmp_path, monkeypatch
):
    """And what is graded is what `collect` brought, without a step between."""
    monkeypatch.setattr(cluster, "engine", Judging(lambda _: {"cut-1": "passed"}).engine)
    folder = ClassFolder(tmp_path / "class")
    (tmp_path / "nbgrader_config.py").write_text(
        "c = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
    )
    with opened(folder, create=True) as book:
        deadlines.write(book, NAME, DUE)
    submission = bank.compose(build.student_release(root, "ko", NAME), {"cut": RIGHT})
    late = {"ann": datetime(2026, 3, 2, tzinfo=UTC), "bob": datetime(2026, 3, 1, 23, tzinfo=UTC)}
    with ZipFile(tmp_path / "all.zip", "w") as archive:
        for student, when in late.items():
            entry = ZipInfo(f"Copy of {student}.ipynb", when.astimezone().timetuple()[:6])
            archive.writestr(entry, json.dumps(submission))
    folder.roster.write_text("id\nann\nbob\n")
    collect(root, folder, [tmp_path / "all.zip"])

    def with_roster(text: str) -> dict[str, float]:
        folder.roster.write_text(text)
        graded(root, folder)
        return scored(folder)

    some = with_roster(f"id,extension:{NAME}\nann,1.5\nbob,0.5\n")
    others = with_roster(f"id,extension:{NAME}\nann,\nbob,1\n")
    assert (some, others) == ({"ann": 2, "bob": 0}, {"ann": 0, "bob": 2})
    with pytest.raises(RosterError, match="an extension for 01_cup"):
        with_roster("id,extension:01_cup\nann,1\n")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_class_and_a_student_may_have_any_name_of_a_folder(root, tmp_path, monkeypatch, name):
    monkeypatch.setattr(cluster, "engine", Judging(lambda _: {"cut-1": "passed"}).engine)
    folder, ref = ClassFolder(tmp_path / name), Ref(name, NAME)
    hand_in(folder, name, json.dumps(build.student_release(root, "ko", NAME)))
    [first] = graded(root, folder).values()
    [again] = graded(root, folder).values()
    assert (first.ref, first.fault, first.new, again.new) == (ref, "", True, False)
    assert scored(folder) == {name: 2}
    with opened(folder) as book:
        assert name in unescape(feedback.write(book, ref).read_text())
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_kernels_run_in_a_class_folder_of_any_name(root, tmp_path):
    folder = ClassFolder(tmp_path / "a?b#c%20d 반\\1 [e]* 'f\"")
    hand_in(folder, "ann", json.dumps(build.student_release(root, "ko", NAME)))
    [entry] = graded(root, folder).values()
    assert (entry.summary(), scored(folder)) == ("1 not attempted", {"ann": 0})


def test_a_limit_that_there_is_not_is_named_with_those_that_there_are():
    with pytest.raises(SettingError, match="memory"):
        Limits.of({"memroy": 5})
    assert Limits.of({"memory": 512}, {"memory": None, "cell": 5}) == Limits(memory=512, cell=5)


def test_outside_the_course_every_command_says_so(command, tmp_path):
    os.chdir(tmp_path)
    code, text = command("lint")
    assert (code, "source/" in text) == (1, True)


def test_lint_is_quiet_about_a_clean_source_and_names_what_is_wrong(command, root):
    assert command("lint")[0] == 0
    source = notebooks.lesson(notebooks.text("# 나", "# B")[:1])
    notebooks.save(root, "02_bad", source)
    code, text = command("lint")
    (root / "source" / "02_bad" / "02_bad.ipynb").unlink()
    assert (code, "02_bad" in text, "twin-missing" in text) == (1, True, True)


def test_the_engine_starts_before_nbgrader_is_imported():
    """Which takes as long as grading a few submissions."""
    code = "import sys, grader.grading.cluster; print('nbgrader' in sys.modules)"
    assert check_output([sys.executable, "-c", code], text=True) == "False\n"
