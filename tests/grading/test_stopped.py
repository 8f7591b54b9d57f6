"""Grading that is stopped while a submission is recorded: nothing is half written."""

import os
import signal
import threading
from pathlib import Path

import pytest
from nbgrader import preprocessors as stock

from grader.classroom import faults
from grader.errors import EngineLost
from grader.gradebook import record
from grader.grading import job
from tests.support.planting import (
    RIGHT,
    WRONG,
    class_of,
    grade,
    hand_in,
    planted,
    points,
    state,
)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("in_process")]


def graded_anew(root: Path) -> list[str]:
    """Grade again; whose result was not known."""
    return [entry.ref.student for entry in grade(root) if entry.new]


RECORDING = {
    "it is replayed": (record.Replay, "preprocess"),
    "its scores are saved": (stock.SaveAutoGrades, "_add_score"),
    "its notebook is put in place": (os, "replace", "graded/ann/.*ipynb'"),
    "its files are made read-only": (record._Replayed, "set_permissions"),
    "what it says is written": (Path, "write_bytes", "results/ann"),
}


@pytest.mark.parametrize("step", RECORDING)
def test_an_interrupt_leaves_nothing_half_written(root: Path, step: str) -> None:
    hand_in(root, "ann", WRONG)
    before = state(root, "ann")
    owner, name, *about = RECORDING[step]
    with planted(owner, name, KeyboardInterrupt(), *about), pytest.raises(KeyboardInterrupt):
        grade(root)
    assert (state(root, "ann"), faults.read(class_of(root))) == (before, {})
    assert graded_anew(root) == ["ann"]
    assert points(root)["ann"] == (0, 2)


def test_an_interrupt_waits_until_a_submission_is_recorded(root: Path) -> None:
    hand_in(root, "ann", WRONG)

    def ctrl_c() -> None:
        signal.raise_signal(signal.SIGINT)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in the background
    try:
        with planted(record._Replayed, "set_permissions", ctrl_c), pytest.raises(KeyboardInterrupt):
            grade(root)
    finally:
        signal.signal(signal.SIGINT, before)
    assert (points(root)["ann"], graded_anew(root)) == ((0, 2), [])


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("step", RECORDING)
def test_a_kill_while_a_submission_is_recorded_is_made_good_by_the_next_run(
    root: Path, step: str
) -> None:
    hand_in(root, "ann", WRONG)
    owner, name, *about = RECORDING[step]
    if (killed := os.fork()) == 0:
        try:
            with planted(owner, name, lambda: os.kill(os.getpid(), signal.SIGKILL), *about):
                grade(root)
        finally:
            os._exit(0)
    assert os.waitpid(killed, 0)[1] == signal.SIGKILL
    assert (points(root)["ann"], graded_anew(root)) == ((2, 2), ["ann"])
    assert points(root)["ann"] == (0, 2)


def test_a_lost_engine_stops_the_run_and_is_nobodys_fault(root: Path) -> None:
    hand_in(root, "bob", RIGHT)
    with planted(job, "work", EngineLost("ended"), "by bob"), pytest.raises(EngineLost):
        grade(root)
    assert (points(root)["bob"], faults.read(class_of(root))) == ((0, 2), {})


def test_grading_in_another_thread_cannot_be_interrupted_and_is_whole(root: Path) -> None:
    hand_in(root, "ann", WRONG)
    thread = threading.Thread(target=grade, args=[root])
    thread.start()
    thread.join()
    assert (points(root)["ann"], graded_anew(root)) == ((0, 2), [])
