"""What no answer is to blame for is never a grade, at whatever step of a submission's way."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from nbgrader import preprocessors as stock

from grader.classroom import faults, results
from grader.errors import LauncherDied, WorkerLost
from grader.gradebook import engine, record
from grader.grading import job, prepared, readings, writer
from grader.grading.entry import Entry
from tests.support import notebooks
from tests.support.planting import (
    FAULTY,
    NAME,
    RIGHT,
    WRONG,
    InProcess,
    class_of,
    grade,
    hand_in,
    planted,
    points,
    state,
)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("in_process")]

BUG = RuntimeError("a bug of ours")
FULL = OSError(errno.ENOSPC, "No space left on device")
LOST = WorkerLost("the process that forks others for a submission has ended")
Plant = Callable[[], AbstractContextManager[Any]]


@contextmanager
def commit_refused() -> Iterator[None]:
    """Somebody else reads the gradebook while theirs is to be committed."""
    whole = writer.record

    def beside_a_reader(book: Any, of: Any, *rest: Any) -> None:
        with closing(sqlite3.connect(book.folder.gradebook)) as reader:
            if of.student in FAULTY:
                reader.execute("BEGIN")
                reader.execute("SELECT * FROM student").fetchone()
            whole(book, of, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "PATIENCE", 0)
        patch.setattr(writer, "record", beside_a_reader)
        yield


# Where the exception is planted, and the exception.
STEPS: dict[str, tuple[Any, ...]] = {
    "the file is read": (Path, "read_bytes", PermissionError(errno.EACCES, "Permission denied")),
    "its time is read": (job, "timestamp_of", BUG),
    "it is repaired": (prepared, "repair", BUG),
    "a reading is chosen": (readings, "choose", BUG),
    "it is sanitised": (prepared, "sanitise", BUG),
    "its key is made": (results, "key", BUG),
    "a known result is looked for": (job, "known", BUG),
    "it is handed to the cluster": (InProcess, "submit", BUG),
    "no kernel comes of a fork": (job, "work", LauncherDied("no kernel came of a fork")),
    "its worker dies": (job, "work", LOST),
    "the machine's memory ends": (job, "work", MemoryError()),
    "its readings are settled": (readings, "settle", BUG),
    "it is replayed": (record.Replay, "preprocess", BUG),
    "its scores are saved": (stock.SaveAutoGrades, "_add_score", BUG),
    "its penalty is set": (stock.AssignLatePenalties, "preprocess_cell", BUG),
    "the disk is full for its notebook": (Path, "write_bytes", FULL, r"Path\('\S*graded/(ann|dan)"),
    "its notebook is put in place": (os, "replace", FULL, "graded/(ann|dan)/.*ipynb'"),
    "its time is put in place": (os, "replace", FULL, "graded/(ann|dan)/.*txt'"),
    "its files are made read-only": (record._Replayed, "set_permissions", BUG),
    "what it says is put into words": (results, "keeping", BUG),
    "the disk is full for what it says": (
        Path,
        "write_bytes",
        FULL,
        r"Path\('\S*results/(ann|dan)",
    ),
}


def cause(error: Exception) -> str:
    """What is to be read of an error, whoever has put it into words on the way."""
    said = error.strerror if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
    return str(said)[:100]


PLANTS: dict[str, Plant] = {
    **{step: lambda where=where: planted(*where) for step, where in STEPS.items()},
    "it is committed": commit_refused,
}
CAUSES = {step: cause(where[2]) for step, where in STEPS.items()}
CAUSES["it is committed"] = "OperationalError: database is locked"


@pytest.fixture(scope="module")
def graded(in_process: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose class of two was graded, and handed in anew; two more came, too."""
    root = notebooks.course(tmp_path_factory.mktemp("course"), NAME)
    hand_in(root, "ann", RIGHT)
    hand_in(root, "bob", WRONG)
    grade(root)
    hand_in(root, "ann", WRONG)
    hand_in(root, "bob", RIGHT)
    hand_in(root, "cho", RIGHT)
    hand_in(root, "dan", RIGHT)
    return root


@dataclass
class Seen:
    """What was seen of a class with an exception at one step, and when it was graded again."""

    cause: str
    entries: dict[str, Entry]
    kept: dict[str, str]
    before: dict[str, Any]
    after: dict[str, Any]
    points: dict[str, tuple[float, float]]
    again: dict[str, Entry]
    kept_in_the_end: dict[str, str]
    points_in_the_end: dict[str, tuple[float, float]]


@pytest.fixture(scope="module", params=PLANTS)
def seen(graded: Path, request: pytest.FixtureRequest, tmp_path_factory) -> Seen:
    root = shutil.copytree(graded, tmp_path_factory.mktemp("step") / "course")
    before = {student: state(root, student) for student in FAULTY}
    with PLANTS[request.param]():
        entries = by_student(grade(root))
    first = (kept(root), before, {s: state(root, s) for s in FAULTY}, points(root))
    again = by_student(grade(root))
    return Seen(CAUSES[request.param], entries, *first, again, kept(root), points(root))


def by_student(entries: list[Entry]) -> dict[str, Entry]:
    return {entry.ref.student: entry for entry in entries}


def kept(root: Path) -> dict[str, str]:
    return {of.student: cause for of, cause in faults.read(class_of(root)).items()}


def test_the_earlier_grade_stays_as_it_was_or_there_is_none(seen: Seen) -> None:
    assert seen.after == seen.before
    assert seen.points["ann"] == (2, 2)
    assert "dan" not in seen.points


def test_its_entry_says_the_cause(seen: Seen) -> None:
    told = [seen.entries[student] for student in FAULTY]
    assert all(seen.cause in entry.fault for entry in told)
    assert all(entry.summary() == f"not graded: {entry.fault}" for entry in told)


def test_the_class_keeps_the_cause(seen: Seen) -> None:
    assert seen.kept == {student: seen.entries[student].fault for student in FAULTY}


def test_the_neighbours_are_graded_as_always(seen: Seen) -> None:
    assert {s: e.summary() for s, e in seen.entries.items() if s not in FAULTY} == {
        "bob": "1 passed",
        "cho": "1 passed",
    }
    assert (seen.points["bob"], seen.points["cho"]) == ((2, 2), (2, 2))


def test_grading_again_grades_it_and_the_fault_is_gone(seen: Seen) -> None:
    assert {s: e.summary() for s, e in seen.again.items() if e.new} == {
        "ann": "1 wrong: check.value",
        "dan": "1 passed",
    }
    assert seen.kept_in_the_end == {}
    assert (seen.points_in_the_end["ann"], seen.points_in_the_end["dan"]) == ((0, 2), (2, 2))
