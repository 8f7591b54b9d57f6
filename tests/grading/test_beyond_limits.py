"""A submission that takes too much of the grader's own work is not run, and nobody else waits."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from grader.grading import cluster, job, judge, prepared, readings, worker
from grader.grading.bounded import Bounds
from nlplab import compare
from tests.support.planting import InProcess, grade, of_two, planted, points, with_kernels

pytestmark = pytest.mark.slow


def spin() -> None:
    while True:
        pass


def grow() -> None:
    kept = []
    while True:
        kept.append(bytearray(b"x" * 2**20))


def end() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(scope="module")
def engine() -> Iterator[InProcess]:
    yield from with_kernels()


@pytest.fixture(autouse=True)
def within_a_second(engine: InProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "engine", engine.engine)
    monkeypatch.setattr(job, "READING", Bounds(computing=3, clock=60, memory=300))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return of_two(tmp_path)


# Where our own work takes too much, and how.
READING: dict[str, tuple[Any, ...]] = {
    "it is repaired for ever": (prepared, "repair", spin),
    "repairing it takes memory": (prepared, "repair", grow),
    "a reading is chosen for ever": (readings, "choose", spin),
    "it is sanitised for ever": (prepared, "sanitise", spin),
}
JUDGING: dict[str, tuple[Any, ...]] = {
    "an answer is compared for ever": (compare, "difference", spin, "'beta'"),
    "comparing it takes memory": (compare, "difference", grow, "'c'"),
    "a test cell is taken apart for ever": (judge, "_compiled", spin, ""),
}


@pytest.mark.parametrize("step", READING)
def test_what_takes_too_much_to_read_has_zeros_and_the_reason(root: Path, step: str) -> None:
    with planted(*READING[step]):
        [ann, bob] = grade(root)
    assert "took more than" in ann.reason
    assert (ann.fault, bob.summary()) == ("", "2 passed")
    assert points(root) == {"ann": (0, 4), "bob": (4, 4)}


def in_anns_work(times: list[int], *where: Any) -> Callable[..., Any]:
    """`work` that takes too much when it does ann's, and counts how often that is."""
    work = job.work

    def working(task: bytes, *rest: Any) -> Any:
        times[0] += b"by ann" in task
        with planted(*where) if b"by ann" in task else nullcontext():
            return work(task, *rest)

    return working


@pytest.mark.parametrize("step", JUDGING)
def test_what_takes_too_much_to_judge_is_not_run_and_not_tried_again(
    root: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = [0]
    monkeypatch.setattr(worker, "MEMORY", 300)
    monkeypatch.setattr(job, "work", in_anns_work(times, *JUDGING[step]))
    [ann, bob] = grade(root)
    assert (ann.fault, ann.summary(), bob.summary()) == ("", "2 not run", "2 passed")
    assert ann.graded
    assert {test.key for test in ann.graded.tests} == {"check.not_run"}
    assert all("한도" in (test.message or "") for test in ann.graded.tests)
    assert points(root) == {"ann": (0, 4), "bob": (4, 4)}
    [again, _] = grade(root)
    assert (again.new, times) == (False, [1])


def test_a_child_that_the_machine_ends_is_a_fault_and_no_grade(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "work", in_anns_work([0], compare, "difference", end, "'c'"))
    [ann, bob] = grade(root)
    assert ann.fault.startswith("GraderFault: the process that worked on it ended: Killed")
    assert (points(root), bob.fault) == ({"bob": (4, 4)}, "")
