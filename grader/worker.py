"""What runs on a worker of the cluster: one submission after the other, from a warm process."""

import importlib
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from grader.grade import grade
from grader.limits import Limits
from grader.outcome import Graded
from grader.warm import Warm, WarmDied

ATTEMPTS = 3


@dataclass(frozen=True)
class Setting:
    """What the submissions of a class have in common.

    `imports` is what their cells import, `judged_with` what test cells do.
    """

    limits: Limits
    sealed: bool
    imports: tuple[str, ...]
    judged_with: tuple[str, ...]


def work(task: bytes, skip: frozenset[str], setting: Setting) -> Graded:
    """Grade one submission. Raises WarmDied when no warm process lives long enough."""
    for name in setting.judged_with:  # so that no student's time limit pays for them
        module, _, attribute = name.partition(":")
        with suppress(ImportError, AttributeError):
            getattr(importlib.import_module(module), attribute or "__name__")
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)  # a worker a core
    for attempt in range(1, ATTEMPTS + 1):
        warm = _warm(setting.sealed, setting.imports)
        try:
            return grade(task, warm, skip=skip, limits=setting.limits)
        except WarmDied:
            warm.close()
            _warm.cache_clear()
            if attempt == ATTEMPTS:
                raise
    raise AssertionError


@cache
def _warm(sealed: bool, imports: tuple[str, ...]) -> Warm:
    """The warm process of this worker, started when it is first needed."""
    return Warm(sys.executable, sealed=sealed, imports=imports)
