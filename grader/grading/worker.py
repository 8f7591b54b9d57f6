"""What runs on a worker of the cluster: one submission after the other, from a forkserver."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grader.errors import LauncherDied
from grader.grading.exam import Exam
from grader.grading.task import grade
from grader.kernel.launcher import ForkServer, Launcher
from grader.limits import Limits
from grader.outcome import Graded
from grader.sandboxed.preload import ready

ATTEMPTS = 3


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


def work(task: bytes, exam: Exam, setting: Setting) -> Graded:
    """Grade one submission. Raises LauncherDied when no forkserver lives long enough."""
    ready(setting.imports)
    if setting.forkserver:
        with suppress(LauncherDied):
            return grade(task, Launcher(setting.forkserver), exam, setting.limits)
    for _ in range(ATTEMPTS - 1):
        with suppress(LauncherDied):
            return _from_own(task, exam, setting)
    return _from_own(task, exam, setting)


def _from_own(task: bytes, exam: Exam, setting: Setting) -> Graded:
    """Grade from this worker's own forkserver; when that has died, the next call starts another."""
    process = _own(setting.sealed, setting.imports)
    try:
        return grade(task, process.launcher, exam, setting.limits)
    except LauncherDied:
        process.close()
        _own.cache_clear()
        raise


@cache
def _own(sealed: bool, imports: tuple[str, ...]) -> ForkServer:
    """The forkserver of this worker, started when it is first needed."""
    return ForkServer(sealed=sealed, imports=imports)
