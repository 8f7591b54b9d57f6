"""How a class is graded: where, what of it, and within which limits."""

from dataclasses import dataclass

from grader.limits import DEFAULTS, Limits

ENCRYPTED = "tls://"


@dataclass(frozen=True)
class Options:
    """How to grade: where, what, and within which limits."""

    limits: Limits = DEFAULTS
    sealed: bool = True
    scheduler: str | None = None
    workers: int | None = None
    students: frozenset[str] = frozenset()  # empty: all of them
    force: bool = False
    reading: int | None = None  # which one counts where a submission can be read in several ways


def is_encrypted(scheduler: str) -> bool:
    """Whether a scheduler at this address asks who speaks to it."""
    return scheduler.startswith(ENCRYPTED)
