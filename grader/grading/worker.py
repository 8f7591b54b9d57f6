"""What runs on a worker of the cluster: one submission after the other, from a forkserver.

Each is run and judged by a child, within limits, which a helper forks: a worker has many threads.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from grader.errors import BeyondLimitsError, LauncherDied
from grader.grading.bounded import Bounds, bounded
from grader.grading.exam import Exam
from grader.grading.helper import Helper
from grader.grading.task import grade, not_run
from grader.kernel.launcher import PATIENCE, ForkServer, Launcher
from grader.limits import Limits
from grader.outcome import Graded, TestOutcome
from grader.sandboxed.preload import ready

ATTEMPTS = 3
MEMORY = 1024  # MiB that judging one submission may take
OWN = 30  # seconds of processor time for its notebook, beside what it may take to judge it

_idle: list[Helper] = []
_adopted = False


@dataclass(frozen=True)
class Setting:
    """What the submissions of a class have in common.

    `imports` is what their cells import (`names.modules`). `forkserver` is the place of one that
    all workers may ask, None where each has its own.
    """

    limits: Limits
    sealed: bool
    imports: tuple[str, ...]
    forkserver: Path | None = None


def adopt(helper: Helper) -> None:
    """Have a helper fork for this process from now on."""
    global _adopted
    _adopted = True
    _idle.append(helper)


def work(task: bytes, exam: Exam, setting: Setting) -> Graded:
    """Grade one submission; one that takes more than it may is not run, with the reason.

    Raises LauncherDied when no forkserver lives long enough, GraderFault when the child ends.
    """
    if setting.forkserver:
        with suppress(LauncherDied):
            return _graded(task, setting.forkserver, exam, setting)
    for _ in range(ATTEMPTS - 1):
        with suppress(LauncherDied):
            return _from_own(task, exam, setting)
    return _from_own(task, exam, setting)


def _from_own(task: bytes, exam: Exam, setting: Setting) -> Graded:
    """Grade from this worker's own forkserver; when that has died, the next call starts another."""
    process = _own(setting.sealed, setting.imports)
    try:
        return _graded(task, process.launcher.place, exam, setting)
    except LauncherDied:
        process.close()
        _own.cache_clear()
        raise


@cache
def _own(sealed: bool, imports: tuple[str, ...]) -> ForkServer:
    """The forkserver of this worker, started when it is first needed."""
    return ForkServer(sealed=sealed, imports=imports)


def _graded(task: bytes, forkserver: Path, exam: Exam, setting: Setting) -> Graded:
    """Grade in a child, forked by a helper or, where there is need of none, from here."""
    seconds = setting.limits.submission
    # Twice, since a kernel whose keeper vanished is started again.
    bounds = Bounds(2 * (seconds + OWN), 2 * (seconds + PATIENCE + OWN), MEMORY)
    asked = (task, forkserver, exam, setting.limits)
    try:
        if setting.forkserver and not _adopted:
            ready(setting.imports)
            return _of(bounded(bounds, _as_data, *asked))
        with _helper(setting.imports) as helper:
            return _of(helper.bounded(bounds, _as_data, *asked))
    except BeyondLimitsError as error:
        return not_run(task, error.values["limit"])


@contextmanager
def _helper(imports: tuple[str, ...]) -> Iterator[Helper]:
    """A helper that is idle, or a new one; it is kept for the next submission."""
    helper = _idle.pop() if _idle else Helper.started(*imports)
    try:
        yield helper
    finally:
        if helper.lost:
            helper.close()
        else:
            _idle.append(helper)


def _as_data(task: bytes, forkserver: Path, exam: Exam, limits: Limits) -> dict[str, Any]:
    graded = grade(task, Launcher(forkserver), exam, limits)
    tests = [asdict(test) for test in graded.tests]
    return {"notebook": graded.notebook.decode(), "tests": tests, "seconds": graded.seconds}


def _of(data: dict[str, Any]) -> Graded:
    tests = tuple(TestOutcome(**test) for test in data["tests"])
    return Graded(data["notebook"].encode(), tests, data["seconds"])
