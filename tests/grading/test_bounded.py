"""Work on a submission ends at its limit, and how it ended says whose that is."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from multiprocessing.connection import Pipe
from typing import Any

import psutil
import pytest

from grader.errors import (
    BeyondLimitsError,
    GraderFault,
    NotANotebookError,
    NotJSONError,
    WorkerLost,
)
from grader.grading.bounded import Bounds, allow, bounded
from grader.grading.helper import Helper, Helpers
from grader.limits import MIB
from grader.outcome import Graded

pytestmark = pytest.mark.slow

BOUNDS = Bounds(computing=1, clock=60, memory=200)


def spin() -> None:
    while True:
        pass


def search() -> None:
    re.match(r"(a+)+b", "a" * 40)


def allowed() -> None:
    allow(0.1)
    spin()


def wait() -> None:
    time.sleep(60)


def grow() -> list[bytearray]:
    kept = []
    while True:
        kept.append(bytearray(b"x" * MIB))


def write() -> str:
    return "x" * (150 * MIB)


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def crashed() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def left() -> None:
    os._exit(3)


def raised(kind: str) -> None:
    errors: dict[str, BaseException] = {
        "ours": NotJSONError("cut short"),
        "built in": KeyError("x"),
        "another's": re.error("no"),
        "a machine without memory": MemoryError(),
        "an exit": SystemExit(2),
    }
    raise errors[kind]


@pytest.fixture(scope="module", params=["here", "by a helper"])
def within(request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """What does work in a child of this process, or in one that a helper forks."""
    if request.param == "here":
        yield bounded
        return
    with closing(Helpers(1, [__name__])) as started:
        yield started.each[0].bounded


OWN = {
    "it computes": (BOUNDS, spin, "1 s of processor time"),
    "it searches, which no exception ends": (BOUNDS, search, "1 s of processor time"),
    "it computes beyond what one check may": (BOUNDS, allowed, "of processor time"),
    "it waits": (Bounds(2, 3, 200), wait, "3 s"),
    "its memory grows": (BOUNDS, grow, "200 MiB"),
    "its answer is large": (Bounds(5, 20, 200), write, "200 MiB"),
}


@pytest.mark.parametrize("what", OWN)
def test_what_goes_beyond_a_limit_is_the_submissions_own(
    within: Callable[..., Any], what: str
) -> None:
    bounds, function, limit = OWN[what]
    start = time.monotonic()
    with pytest.raises(BeyondLimitsError, match=limit):
        within(bounds, function)
    assert time.monotonic() - start < bounds.clock + 2


@pytest.mark.parametrize(
    ("function", "how"), [(killed, "Killed"), (crashed, "Terminated"), (left, "status 3")]
)
def test_a_child_that_ends_in_any_other_way_is_a_fault_of_ours(
    within: Callable[..., Any], function: Callable[..., Any], how: str
) -> None:
    with pytest.raises(GraderFault, match=how):
        within(BOUNDS, function)


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("ours", NotJSONError),
        ("built in", KeyError),
        ("another's", GraderFault),
        ("a machine without memory", MemoryError),
        ("an exit", GraderFault),
    ],
)
def test_what_it_raises_is_raised(
    within: Callable[..., Any], kind: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        within(BOUNDS, raised, kind)


def test_what_it_gives_is_data(within: Callable[..., Any]) -> None:
    assert within(BOUNDS, dict, [["한", "\ud800"]]) == {"한": "\ud800"}
    with pytest.raises(GraderFault):
        within(BOUNDS, Graded, b"", (), {})


def test_after_a_breach_the_next_is_done_as_ever(within: Callable[..., Any]) -> None:
    with pytest.raises(BeyondLimitsError):
        within(Bounds(1, 0.2, 200), wait)
    assert within(BOUNDS, max, 1, 2) == 2


def test_a_child_never_holds_much_more_than_its_limit() -> None:
    most = []

    def look() -> None:
        while watching.is_set():
            for child in psutil.Process().children(recursive=True):
                try:
                    most.append(child.memory_info().rss)
                except psutil.Error:
                    continue
            time.sleep(0.01)

    with closing(Helpers(1, [__name__])) as started:
        [helper] = started.each
        assert helper.bounded(BOUNDS, max, 1, 2) == 2
        before = psutil.Process(started.pid).memory_info().rss
        watching = threading.Event()
        watching.set()
        watcher = threading.Thread(target=look)
        watcher.start()
        with pytest.raises(BeyondLimitsError):
            helper.bounded(BOUNDS, grow)
        watching.clear()
        watcher.join()
    assert max(most) - before < (200 + 200) * MIB


def test_a_helper_that_has_ended_is_a_fault_of_ours() -> None:
    with closing(Helpers(2, [__name__])) as started:
        helper, other = started.each
        assert helper.bounded(BOUNDS, max, 1, 2) == 2
        with pytest.raises(WorkerLost, match="has ended"):
            helper.bounded(BOUNDS, _end_parent)
        assert helper.lost
        assert other.bounded(BOUNDS, max, 1, 2) == 2


def test_helpers_whose_work_has_ended_while_they_began_end_too() -> None:
    ours, theirs = Pipe()
    command = [sys.executable, "-m", "grader.grading.helper", str(theirs.fileno())]
    with subprocess.Popen(command, pass_fds=[theirs.fileno()], stderr=subprocess.PIPE) as begun:
        ours.close()
        theirs.close()
        assert (begun.wait(timeout=120), begun.stderr.read()) == (0, b"")


def test_a_forked_helper_holds_nothing_open_of_its_parents() -> None:
    ours, theirs = os.pipe()
    with closing(Helper.forked()) as helper:
        assert helper.bounded(BOUNDS, max, 1, 2) == 2
        os.close(theirs)
        assert os.read(ours, 1) == b""
    os.close(ours)


def _end_parent() -> None:
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(60)


def test_what_a_helper_has_rehearsed_its_children_find_done() -> None:
    with closing(Helpers(1, [__name__])) as started:
        [helper] = started.each
        helper.rehearse(_remember, 7)
        assert helper.bounded(BOUNDS, _remembered) == [7]


_seen: list[int] = []


def _remember(number: int) -> None:
    _seen.append(number)


def _remembered() -> list[int]:
    return _seen


def refuses(number: int) -> None:
    raise NotANotebookError("submission.too_many_cells", most=str(number))


def test_a_reason_keeps_its_key_and_what_it_is_filled_with() -> None:
    with pytest.raises(NotANotebookError, match="more than 7 cells") as raised:
        bounded(BOUNDS, refuses, 7)
    assert (raised.value.key, raised.value.values) == (
        "submission.too_many_cells",
        {"most": "7"},
    )
