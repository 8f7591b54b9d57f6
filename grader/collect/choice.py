"""Which of several notebooks counts that one student handed in at once.

Evidence decides: that one has answers and another none, the LMS's order, times, and that one has
all answers of the others. Times in an archive are the student's, so a choice by them is told.
Where nothing decides, or what came last is not whole and another is, a person does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from grader.collect.answers import NONE
from grader.collect.trace import LMS_TIMES, PACKED, Found

Lines = frozenset[str] | None
GRAIN = 2  # seconds, to which a zip tells times


@dataclass(frozen=True)
class Version:
    """A notebook of a student's, the time it has in an archive of theirs, and who placed it.

    `container` is what it was packed in, `decided` whether a person said whose this very file is.
    """

    found: Found
    container: str = ""
    inner: datetime | None = None
    decided: bool = False


def choose(
    versions: Sequence[Version], answers: Callable[[Version], Lines]
) -> tuple[Version | None, str]:
    """The version that counts, and why; None where a person has to say."""
    decided = [each for each in versions if each.decided]
    if len(decided) == 1:
        return decided[0], ""
    versions = decided or versions
    if len({each.found.sha256 for each in versions}) == 1:
        return versions[-1], ""
    lines = {each: answers(each) for each in versions}
    answered = [each for each in versions if lines[each] != NONE]
    why = "the other has no answers" if 0 < len(answered) < len(versions) else ""
    left = answered or [*versions]
    if len({each.found.sha256 for each in left}) == 1:
        return left[-1], why
    for order, told in (
        (_upload, ""),
        (_handed_in, ""),
        (_packed_when, "by the times in the archive, which are the student's"),
    ):
        if latest := _latest(left, order):
            if lines[latest] is None and any(lines[each] is not None for each in left):
                return None, ""
            return latest, told or why
    for each in reversed(left):
        mine = lines[each]
        if mine is not None and all(_has(mine, lines[other]) for other in left):
            return each, "it has all answers of the others"
    return None, ""


def _has(mine: frozenset[str], others: Lines) -> bool:
    return others is not None and others <= mine


def _upload(version: Version) -> float | None:
    return version.found.upload or None


def _handed_in(version: Version) -> float | None:
    time = version.found.time
    return time.timestamp() if time and version.found.time_from in LMS_TIMES else None


def _packed_when(version: Version) -> float | None:
    own = version.found.time if version.found.time_from not in (*PACKED, *LMS_TIMES) else None
    time = version.inner or own
    return time.timestamp() if time else None


def _latest(
    versions: Sequence[Version], order: Callable[[Version], float | None]
) -> Version | None:
    """The version that is after all others; None where that is not known of each."""
    found = [(when, each) for each in versions if (when := order(each)) is not None]
    if len(found) < len(versions):
        return None
    last, latest = max(found, key=lambda pair: pair[0])
    others = [when for when, each in found if each.found.sha256 != latest.found.sha256]
    grain = 0 if order is _upload else GRAIN
    return latest if all(last - when > grain for when in others) else None
