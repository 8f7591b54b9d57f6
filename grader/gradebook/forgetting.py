"""One student leaves: what a class keeps of somebody is listed, and then taken out everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import MissingEntry

from grader.classroom import roster, traces
from grader.classroom.folder import ClassFolder, check_name
from grader.classroom.identity import Identity
from grader.classroom.roster import Student
from grader.classroom.traces import Trace
from grader.errors import ClassError
from grader.gradebook import copies, glance
from grader.gradebook.session import opened


@dataclass(frozen=True)
class Known:
    """What a class keeps of a student: traces in files, submissions in the gradebook."""

    who: Identity
    traces: Sequence[Trace]
    submissions: int
    in_book: bool


def known(folder: ClassFolder, student: str) -> Known:
    """All that is kept of a student; raises ClassError when there is nothing of this id."""
    check_name(student)
    students = roster.read(folder) if folder.roster.is_file() else []
    own = [each for each in students if each.id == student]
    who = Identity(own[0] if own else Student(student))
    others = [Identity(each) for each in students if each.id != student]
    if not own and (meant := [o.student.id for o in others if o.is_called(student)]):
        raise ClassError(f"{student!r} is no id: write {' or '.join(meant)}, as in the roster")
    found = [*traces.find(folder, who, others)]
    submissions = _submissions(folder, student)
    if not found and submissions is None:
        raise ClassError(
            f"{folder} has nothing of {student}: expected an id as in the first column of "
            f"{folder.roster.name}, or as a folder below submitted/"
        )
    return Known(who, found, submissions or 0, submissions is not None)


def forget(folder: ClassFolder, of: Known) -> list[Path]:
    """Take out all of it, the gradebook first and the roster last; what still has the name.

    What is interrupted is ended by doing it again: until the last step the roster knows the
    student. Files that somebody else wrote are not changed, but named.
    """
    if of.in_book:
        with opened(folder) as book, book.transaction():
            book.remove_student(of.who.student.id)
    if glance.exists(folder):  # also where it was interrupted right before this
        copies.compact(folder)
    for trace in of.traces:
        trace.remove()
    return traces.mentions(folder, of.who)


def _submissions(folder: ClassFolder, student: str) -> int | None:
    """How many the gradebook has of a student; None where it does not know the student."""
    if not glance.exists(folder):
        return None
    with opened(folder) as book:
        try:
            return len(book.find_student(student).submissions)
        except MissingEntry:
            return None
