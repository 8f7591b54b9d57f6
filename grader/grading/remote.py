"""A Dask cluster that does work: whoever may speak to it may have it run code."""

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass

from distributed import Client, Future
from distributed.client import ClosedClientError
from distributed.scheduler import KilledWorker

from grader.errors import EngineLost, SettingError, WorkerLost
from grader.grading.cluster import Does, Submit
from grader.grading.exam import Exam
from grader.grading.worker import Setting
from grader.outcome import Graded


@contextmanager
def connected(scheduler: str) -> Iterator[tuple[Submit, int]]:
    """What submits work to the cluster with this scheduler, and how many workers it has.

    Raises SettingError when it cannot be reached.
    """
    logging.getLogger("distributed").setLevel(logging.ERROR)
    # Through it nbgrader's gradebook tells of what it raises; distributed sends it to the terminal.
    logging.getLogger("tornado.application").setLevel(logging.CRITICAL)
    try:
        client = Client(scheduler, timeout=10)
    except (OSError, ValueError, TypeError, RuntimeError) as error:  # the last two of TLS
        raise SettingError(f"--scheduler {scheduler}: {error}") from error

    def submit(work: Does, task: bytes, exam: Exam, setting: Setting) -> _Work:
        with _told_when_lost():
            return _Work(client.submit(work, task, exam, setting, pure=False))

    with client:
        there = client.scheduler_info(n_workers=-1)["workers"]
        yield submit, max(1, len(there))


@dataclass(frozen=True)
class _Work:
    future: Future[Graded]

    def result(self) -> Graded:
        with _told_when_lost():
            return self.future.result()


@contextmanager
def _told_when_lost() -> Iterator[None]:
    """Say in our own words that a worker was lost, or the cluster."""
    try:
        yield
    except KilledWorker as error:
        raise WorkerLost(str(error)) from error
    except (CancelledError, ClosedClientError) as error:
        raise EngineLost(
            "the processes that grade have ended; what was recorded stays: grade again"
        ) from error
