"""A group's one file runs once and is recorded for all of the group."""

import json
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from grader.classroom.folder import ClassFolder, Ref
from grader.collect import collect, trace
from grader.course import bank, build
from grader.gradebook import deadlines, scores
from grader.gradebook.session import opened
from grader.grading import cluster
from grader.grading import run as grading
from tests.support import notebooks
from tests.support.classes import Judging, points

pytestmark = pytest.mark.slow

NAME = "01_cut"
RIGHT = "def cut(text):\n    return text.split()"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return notebooks.course(tmp_path, NAME)


@pytest.fixture
def ran(monkeypatch) -> list[bytes]:
    """What had to run, in its order."""
    tasks: list[bytes] = []

    def of(task: bytes) -> dict[str, str]:
        tasks.append(task)
        return {"cut-1": "passed"}

    judging = Judging(of)
    submit = judging.submit

    def once(work, task, *more, **named):
        result = submit(work, task).result()
        return SimpleNamespace(result=lambda: result)

    judging.submit = once
    monkeypatch.setattr(cluster, "engine", judging.engine)
    return tasks


def came(root: Path, whose: dict[str, str], **roster: str) -> ClassFolder:
    """A class into which each file of Canvas's came for the students that a person named."""
    folder = ClassFolder(root / "class")
    folder.path.mkdir()
    ids = {name for names in whose.values() for name in names.split(";")}
    more = "".join(f"{name},{roster.get(name, '')}\n" for name in sorted(ids))
    folder.roster.write_text(f"id,extension:{NAME}\n{more}")
    released = json.dumps(bank.compose(build.student_release(root, "ko", NAME), {"cut": RIGHT}))
    with ZipFile(root / "canvas.zip", "w") as packed:
        for number, name in enumerate(whose, 100):
            packed.writestr(f"{name}_{number}_{number}_hw.ipynb", released)
    collect(root, folder, [root / "canvas.zip"])
    lines = [
        trace.Open(line.whose, student=whose[line.whose.split()[1]])
        for line in trace.decisions(folder)
    ]
    trace.write_unmatched(folder, lines)
    collect(root, folder, [root / "canvas.zip"])
    return folder


def grade(root: Path, folder: ClassFolder) -> None:
    entries = [*grading.grade_class(root, folder, [NAME], grading.Options())]
    assert not [entry.fault for entry in entries if entry.fault]


@pytest.mark.parametrize("group", ["ann;bob", "ann; bob; eve", "zoe;ann"])
def test_a_groups_file_runs_once_and_is_recorded_for_all(root, ran, group) -> None:
    folder = came(root, {"team1": group})
    grade(root, folder)
    assert len(ran) == 1
    assert {row.student: row.score for row in points(folder, NAME)} == dict.fromkeys(
        group.replace(" ", "").split(";"), 2
    )
    grade(root, folder)
    assert len(ran) == 1


def test_two_students_with_the_same_answers_are_graded_each(root, ran) -> None:
    folder = came(root, {"team1": "ann", "team2": "bob"})
    grade(root, folder)
    assert len(ran) == 2


def test_who_changed_a_groups_file_since_is_graded_apart(root, ran) -> None:
    folder = came(root, {"team1": "ann;bob"})
    path = folder.notebook(Ref("bob", NAME))
    path.write_text(path.read_text().replace("text.split()", "text.split(None)"))
    grade(root, folder)
    assert len(ran) == 2


def test_each_of_a_group_has_an_extension_of_their_own(root, ran) -> None:
    folder = came(root, {"team1": "ann;bob"}, ann="3")
    with opened(folder, create=True) as book:
        deadlines.write(book, NAME, deadlines.parse("2026-03-01 00:00+00:00"))
    for student in ("ann", "bob"):
        folder.timestamp(Ref(student, NAME)).write_text("2026-03-03 00:00:00 UTC")
    grade(root, folder)
    with opened(folder) as book:
        late = {name: each.seconds_late for name, each in scores.handed_in(book, NAME).items()}
    assert (len(ran), late) == (1, {"ann": 0, "bob": timedelta(days=2).total_seconds()})


def test_a_log_that_somebody_changed_costs_no_grade(root, ran) -> None:
    folder = came(root, {"team1": "ann;bob"})
    text = folder.collected.read_text("utf-8-sig")
    folder.collected.write_text(text.replace("2026-", "26년 "))
    grade(root, folder)
    assert [row.score for row in points(folder, NAME)] == [2, 2]
