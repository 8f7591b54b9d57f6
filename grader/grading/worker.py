"""Where submissions run: in a process with a forkserver and helpers, which its threads share.

Each is run and judged by a child, within limits, which a helper forks: it is a worker of a Dask
cluster, or the process that grades, and has several threads.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from grader.errors import BeyondLimitsError, LauncherDied, WorkerLost
from grader.grading.bounded import Bounds
from grader.grading.exam import Exam
from grader.grading.helper import Helper, Helpers
from grader.grading.task import grade, not_run
from grader.kernel.launcher import PATIENCE, ForkServer, Launcher
from grader.limits import Limits
from grader.outcome import Graded, TestOutcome

ATTEMPTS = 3
MEMORY = 1024  # MiB that judging one submission may take
OWN = 30  # seconds of processor time for its notebook, beside what it may take to judge it


@dataclass(frozen=True)
class Setting:
    """What the submissions of a class have in common.

    `imports` is what their cells import (`names.modules`), `judging` what their tests do.
    """

    limits: Limits
    sealed: bool
    imports: tuple[str, ...] = ()
    judging: tuple[str, ...] = ()


def work(task: bytes, exam: Exam, setting: Setting) -> Graded:
    """Grade one submission; one that takes more than it may is not run, with the reason.

    Raises LauncherDied when no forkserver lives long enough, WorkerLost and GraderFault.
    """
    return workplace(setting).graded(task, exam)


def workplace(setting: Setting) -> "Workplace":
    """The one of this process for such submissions."""
    return _workplaces.setdefault(setting, Workplace(setting))


class Workplace:
    """A forkserver and idle helpers; what there is not is started when it is needed."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._lock = threading.Lock()
        self._forkservers: list[ForkServer] = []  # the last of them is asked for kernels
        self._started: list[Helpers] = []
        self._idle: list[Helper] = []
        self._closed = False

    def begin(self, number: int) -> None:
        """Start what so many submissions at a time need."""
        self._launcher()
        with self._lock:
            self._idle += self._hired(number)

    def graded(self, task: bytes, exam: Exam) -> Graded:
        """The result of a submission, as `work`."""
        dead = None
        with self._helper() as helper:
            for _ in range(ATTEMPTS - 1):
                launcher = self._launcher(dead)
                try:
                    return graded(helper.bounded, launcher.place, task, exam, self._setting.limits)
                except LauncherDied:
                    dead = launcher
            place = self._launcher(dead).place
            return graded(helper.bounded, place, task, exam, self._setting.limits)

    def close(self) -> None:
        """End all of it, whatever it does. Nothing is graded here any more."""
        with self._lock:
            self._closed = True
        _workplaces.pop(self._setting, None)
        for helpers in self._started:
            helpers.close()
        for forkserver in self._forkservers:
            forkserver.close()

    def _launcher(self, dead: Launcher | None = None) -> Launcher:
        """What asks for kernels; another one than that which is `dead`."""
        with self._lock:
            self._open()
            if not self._forkservers or self._forkservers[-1].launcher is dead:
                setting = self._setting
                self._forkservers.append(ForkServer(sealed=setting.sealed, imports=setting.imports))
            return self._forkservers[-1].launcher

    @contextmanager
    def _helper(self) -> Iterator[Helper]:
        """A helper that is idle and lives, or a new one; it is kept for the next submission."""
        with self._lock:
            self._idle = [helper for helper in self._idle if not helper.ended()]
            helper = self._idle.pop() if self._idle else self._hired(1)[0]
        try:
            yield helper
        finally:
            with self._lock:
                self._idle.append(helper)

    def _hired(self, number: int) -> list[Helper]:
        self._open()
        self._started.append(Helpers(number, self._setting.judging))
        return self._started[-1].each

    def _open(self) -> None:
        if self._closed:
            raise WorkerLost("the processes that grade have been ended")


_workplaces: dict[Setting, Workplace] = {}


def graded(
    within: Callable[..., Any], forkserver: Path, task: bytes, exam: Exam, limits: Limits
) -> Graded:
    """Grade in a child, which `within` forks: `bounded`, or that of a helper."""
    # Twice, since a kernel whose keeper vanished is started again.
    computing, clock = limits.submission + OWN, limits.submission + PATIENCE + OWN
    bounds = Bounds(2 * computing, 2 * clock, MEMORY)
    try:
        return _of(within(bounds, _as_data, task, forkserver, exam, limits))
    except BeyondLimitsError as error:
        return not_run(task, error.values["limit"])


def _as_data(task: bytes, forkserver: Path, exam: Exam, limits: Limits) -> dict[str, Any]:
    graded = grade(task, Launcher(forkserver), exam, limits)
    tests = [asdict(test) for test in graded.tests]
    return {"notebook": graded.notebook.decode(), "tests": tests, "seconds": graded.seconds}


def _of(data: dict[str, Any]) -> Graded:
    tests = tuple(TestOutcome(**test) for test in data["tests"])
    return Graded(data["notebook"].encode(), tests, data["seconds"])
