"""What becomes of faults of ours: beside a kept result, and where the assignment was mended."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from grader.classroom import faults
from grader.gradebook import record
from grader.grading import job, prepared, writer
from grader.grading.entry import Entry
from grader.grading.regrade import Change
from grader.notebooks import notebook
from tests.support import notebooks
from tests.support.planting import (
    NAME,
    RIGHT,
    WRONG,
    class_of,
    grade,
    hand_in,
    planted,
    points,
    ref,
    state,
)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("in_process")]

BUG = RuntimeError("a bug of ours")
FULL = OSError(errno.ENOSPC, "No space left on device")
ANN, BOB = ref("ann"), ref("bob")


def mend(root: Path, **changes: Any) -> None:
    """Change the source's test `cut-1`."""
    source = notebooks.lesson()
    test = notebook.cells_by_grade_id(source)["cut-1"]
    test.source = changes.pop("source", test.source)
    test.metadata.nbgrader.update(changes)
    notebooks.save(root, NAME, source)


def kept(root: Path) -> dict[Any, str]:
    return faults.read(class_of(root))


def new(entries: list[Entry]) -> list[str]:
    return [entry.ref.student for entry in entries if entry.new]


# --- beside a kept result ---


def test_a_fault_is_tried_again_though_a_result_is_kept_under_the_same_key(root: Path) -> None:
    before = state(root, "ann")
    with planted(job, "work", BUG):
        [ann, _] = grade(root, force=True)
    assert (ann.fault, state(root, "ann")) == ("RuntimeError: a bug of ours", before)
    assert new(grade(root)) == ["ann"]
    assert kept(root) == {}


def test_a_fault_of_a_version_is_gone_when_the_next_cannot_be_read(root: Path) -> None:
    with planted(job, "work", BUG):
        grade(root, force=True)
    class_of(root).notebook(ANN).write_text("this is no notebook")
    [ann, _] = grade(root)
    assert (ann.fault, "JSON" in ann.reason) == ("", True)
    assert (kept(root), points(root)["ann"]) == ({}, (0, 2))


def test_a_fault_of_a_submission_that_is_no_longer_there_is_forgotten(root: Path) -> None:
    faults.note(class_of(root), ANN, "the worker died")
    shutil.rmtree(class_of(root).submitted(ANN))
    grade(root)
    assert kept(root) == {}


def test_a_fault_that_cannot_be_noted_is_told_all_the_same(root: Path) -> None:
    hand_in(root, "ann", WRONG)
    before = state(root, "ann")
    with planted(prepared, "repair", BUG), planted(faults, "note", FULL):
        [ann, bob] = grade(root)
    assert ann.fault == "RuntimeError: a bug of ours"
    assert (bob.fault, state(root, "ann")) == ("", before)
    assert new(grade(root)) == ["ann"]


def test_what_cannot_be_logged_is_graded(root: Path) -> None:
    hand_in(root, "ann", WRONG)
    with planted(writer, "log", FULL):
        [ann, _] = grade(root)
    assert (ann.summary(), points(root)["ann"]) == ("1 wrong: check.value", (0, 2))


def test_an_old_fault_stays_where_the_new_result_cannot_be_recorded(root: Path) -> None:
    faults.note(class_of(root), ANN, "the worker died")
    with planted(record._Replayed, "set_permissions", BUG), planted(faults, "note", FULL):
        grade(root)
    assert kept(root) == {ANN: "the worker died"}


def test_what_was_recorded_and_cannot_be_kept_is_a_fault_and_tried_again(root: Path) -> None:
    hand_in(root, "ann", WRONG)
    with planted(os, "replace", FULL, "results/ann"):
        [ann, _] = grade(root)
    assert ("No space left on device" in ann.fault, [*kept(root)]) == (True, [ANN])
    assert new(grade(root)) == ["ann"]
    assert (kept(root), points(root)["ann"]) == ({}, (0, 2))


# --- where the assignment was mended ---


@pytest.mark.parametrize("place", [(prepared, "repair"), (job, "work"), (writer, "record")])
def test_a_fault_in_a_mended_assignment_is_shown_before_the_maximum_changes(
    root: Path, place: tuple[Any, str]
) -> None:
    files = state(root, "ann")["files"]
    mend(root, points=6)
    shown: list[Change] = []
    with planted(*place, BUG):
        [ann, bob] = grade(root, lambda found: shown.extend(found) or True)
    assert (ann.fault, bob.held) == ("RuntimeError: a bug of ours", True)
    assert [(c.ref, c.before, c.after) for c in shown] == [
        (BOB, (0, 2), (0, 6)),
        (ANN, (2, 2), (2, 6)),
    ]
    assert shown[-1].tests == ("not regraded",)
    assert points(root) == {"ann": (2, 6), "bob": (0, 6)}
    assert (state(root, "ann")["files"], [*kept(root)]) == (files, [ANN])


def test_who_met_a_fault_in_a_mended_assignment_is_asked_about_when_graded_again(
    root: Path,
) -> None:
    mend(root, points=6)
    with planted(prepared, "repair", BUG):
        grade(root)
    shown: list[Change] = []
    grade(root, lambda found: shown.extend(found) or True)
    assert [(c.ref, c.before, c.after) for c in shown] == [(ANN, (2, 6), (6, 6))]
    assert (points(root), kept(root)) == ({"ann": (6, 6), "bob": (0, 6)}, {})


def test_what_is_not_accepted_beside_a_fault_changes_nothing(root: Path) -> None:
    before = [state(root, student) for student in ("ann", "bob")]
    mend(root, points=6)
    with planted(prepared, "repair", BUG):
        grade(root, lambda _: False)
    assert [state(root, student) for student in ("ann", "bob")] == before
    grade(root)
    assert (points(root), kept(root)) == ({"ann": (6, 6), "bob": (0, 6)}, {})


def test_a_fault_keeps_the_points_where_a_mended_test_takes_those_of_others(root: Path) -> None:
    hand_in(root, "bob", RIGHT)
    grade(root)
    before = state(root, "ann")
    mend(root, source="FAIL = cut")
    with planted(prepared, "repair", BUG):
        grade(root)
    assert (state(root, "ann"), points(root)["bob"]) == (before, (0, 2))
    grade(root)
    assert points(root) == {"ann": (0, 2), "bob": (0, 2)}


def test_what_was_held_and_cannot_be_written_has_a_second_entry(root: Path) -> None:
    files = state(root, "ann")["files"]
    mend(root, points=6)
    with planted(os, "replace", BUG, "course/class/autograded/ann"):
        entries = grade(root)
    assert [(e.ref, e.held, e.fault) for e in entries] == [
        (ANN, True, ""),
        (BOB, True, ""),
        (ANN, False, "RuntimeError: a bug of ours"),
    ]
    assert (state(root, "ann")["files"], [*kept(root)]) == (files, [ANN])
    assert points(root) == {"ann": (2, 6), "bob": (0, 6)}
    grade(root)
    assert (points(root)["ann"], kept(root)) == ((6, 6), {})
