"""What runs on a worker of the cluster: one submission after the other, from a warm process."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grader.errors import LauncherDied
from grader.grading.task import grade
from grader.kernel.launcher import Warm, WarmProcess
from grader.limits import Limits
from grader.outcome import Graded
from grader.sandboxed.preload import ready

ATTEMPTS = 3


@dataclass(frozen=True)
class Setting:
    """What the submissions of a class have in common.

    `imports` is what their cells import (`names.modules`). `warm` is the place of a warm process
    that all workers may ask, None where each has its own.
    """

    limits: Limits
    sealed: bool
    imports: tuple[str, ...]
    warm: Path | None = None


def work(task: bytes, skip: frozenset[str], setting: Setting) -> Graded:
    """Grade one submission. Raises LauncherDied when no warm process lives long enough."""
    ready(setting.imports)
    died = None
    for warm in _warms(setting):
        try:
            return grade(task, warm, skip=skip, limits=setting.limits)
        except LauncherDied as error:
            died = error
    raise died


def _warms(setting: Setting) -> Iterator[Warm]:
    """Warm processes, the next where one has died."""
    if setting.warm:
        yield Warm(setting.warm)
    for _ in range(ATTEMPTS):
        process = _own(setting.sealed, setting.imports)
        yield process.warm
        process.close()
        _own.cache_clear()


@cache
def _own(sealed: bool, imports: tuple[str, ...]) -> WarmProcess:
    """The warm process of this worker, started when it is first needed."""
    return WarmProcess(sealed=sealed, imports=imports)
