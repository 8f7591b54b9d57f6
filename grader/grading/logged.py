"""A line in the log of the class for each submission that was graded, or could not be."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from grader.classroom import results, submission, trail
from grader.classroom.folder import ClassFolder, Ref
from grader.errors import SubmissionError
from grader.gradebook import scores
from grader.gradebook.record import timestamp_of
from grader.gradebook.session import Book
from grader.notebooks.files import sha256
from grader.outcome import TestOutcome

if TYPE_CHECKING:
    from grader.grading.entry import Entry


def log(book: Book, entry: "Entry", checks: str) -> None:
    """Add what was recorded of a submission, or why nothing was, to the trail of the class."""
    folder, ref = book.folder, entry.ref
    tests = entry.graded.tests if entry.graded else ()
    step = trail.Step(
        time=datetime.now().astimezone().isoformat(timespec="seconds"),
        said=entry.summary(),
        file=_file(folder, ref),
        handed_in=timestamp_of(folder, ref),
        checks=checks,
        decided=results.decided(folder, ref).partition(" ")[2],
        points=scores.total(book, ref),
        tests={test.grade_id: _told(test) for test in tests},
        seconds=entry.graded.seconds if entry.graded else {},
    )
    trail.add(folder, ref, step)


def _file(folder: ClassFolder, ref: Ref) -> str:
    """The name under which `collected/` keeps what was handed in."""
    with suppress(SubmissionError, OSError):
        handed = submission.handed_in(folder, ref)
        return folder.version(ref, sha256(handed)).stem
    return ""


def _told(test: TestOutcome) -> str:
    told = test.outcome.replace("_", " ")
    return f"{told}, {test.key}" if test.key and test.outcome != "passed" else told
