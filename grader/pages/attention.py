"""Whom an instructor should look at, and why: the lists of a report."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from grader.classroom import faults, roster
from grader.classroom.folder import ClassFolder
from grader.collect import trace
from grader.collect.standing import standing
from grader.collect.trace import Found
from grader.errors import TableError
from grader.gradebook.scores import HandedIn
from grader.outcome import Choice
from grader.pages import harmless
from grader.pages.feedback import duration, told
from grader.pages.html import Say, speaker
from grader.pages.submissions import Submission
from nlplab import messages

INSTEAD = {  # by what became of a file that came instead of a notebook
    "refused": "report.instead_refused",
    "no notebook": "report.instead_no_notebook",
    "waiting": "report.instead_waiting",
}


@dataclass(frozen=True)
class Attention:
    """Students to look at, each with the reason; `title` and `why` are names in the catalogue."""

    title: str
    why: str
    students: list[tuple[str, str]]


def attention(
    folder: ClassFolder, assignment: str, found: Sequence[Submission], lang: str
) -> Iterator[Attention]:
    """Whom an instructor should look at, in one language of the course."""
    say = speaker(lang)
    failed = [
        (ref.student, harmless.without_paths(_cause(cause, say)))
        for ref, cause in faults.read(folder).items()
        if ref.assignment == assignment
    ]
    yield Attention("failed", "failed_why", failed)
    reasons = [(e.student, harmless.without_paths(e.reason.said(lang))) for e in found if e.reason]
    yield Attention("ungraded", "ungraded_why", reasons)
    unclear = [each for each in found if each.review]
    readings = [(e.student, " / ".join(_reading(one, lang) for one in e.review)) for e in unclear]
    yield Attention("review", "review_why", readings)
    damaged = [(e.student, " ".join(told(e.damage, lang))) for e in found if e.damage]
    yield Attention("mended", "mended_why", damaged)
    changes = [(e.student, " ".join(told(e.tampering, lang))) for e in found if e.tampering]
    yield Attention("tampering", "tampering_why", changes)
    waiting = [(each.student, ", ".join(each.waiting)) for each in found if each.waiting]
    yield Attention("waiting", "waiting_why", waiting)
    late = [each for each in found if each.handed_in.seconds_late]
    late.sort(key=lambda each: -each.handed_in.seconds_late)
    yield Attention("late", "late_why", [(e.student, lateness(e.handed_in, say)) for e in late])
    yield from _without(folder, assignment, {each.student for each in found}, say)


def _without(
    folder: ClassFolder, assignment: str, graded: set[str], say: Say
) -> Iterator[Attention]:
    """Who of the roster has nothing to be graded: some sent something all the same."""
    students = roster.read(folder) if folder.roster.is_file() else []
    left = [student for student in students if student.id not in graded]
    log: list[Found] = []
    with suppress(TableError):  # which `collect` tells of
        log = trace.log(folder)
    stands = standing(folder, left, assignment, log)
    nothing = [(s.id, "; ".join(_instead(one, say) for one in came)) for s, came in stands.nothing]
    yield Attention("nothing", "nothing_why", nothing)
    missing = [(student.id, student.name) for student in stands.missing]
    yield Attention("missing", "missing_why", missing)


def _instead(found: Found, say: Say) -> str:
    """A file that came instead of a notebook, and what was wrong with it."""
    return f"{found.file}: {say(INSTEAD[found.outcome])}"


def lateness(handed: HandedIn, say: Say) -> str:
    """How late a submission came, and what that cost."""
    told = duration(handed.seconds_late, say)
    if handed.penalty:
        told += " · " + say("report.penalty", points=f"{handed.penalty:g}")
    return told


def _reading(reading: Choice, lang: str) -> str:
    """One way to read a submission, and the points that it would give."""
    points = speaker(lang)("feedback.points", n=f"{reading.points:g}")
    return f"{reading.said(lang)}: {points}"


def _cause(cause: str, say: Say) -> str:
    """What went wrong by its kind, in words, and as it was told: an error speaks no language."""
    if cause == faults.UNKNOWN:
        return say("fault.unknown")
    key = f"fault.{cause.partition(':')[0]}"
    return f"{say(key if messages.has(key) else 'fault.other')} ({cause})"
