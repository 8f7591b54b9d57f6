"""When assignments are due, which the gradebook keeps: nbgrader counts lateness from then."""

import warnings
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, tzinfo

from nbgrader.api import MissingEntry
from sqlalchemy.exc import SAWarning

from grader.classroom import zone
from grader.classroom.folder import Ref, check_name
from grader.errors import SettingError
from grader.gradebook.book import registered
from grader.gradebook.session import Book

NEVER = "never"


def parse(text: str, of: tzinfo | None = None) -> datetime | None:
    """A time as people write it, in `of` or this machine's unless it names one; None for never.

    >>> parse("2026-12-01 23:59+09:00").isoformat()
    '2026-12-01T23:59:00+09:00'

    Raises SettingError, for a day without a time too: its beginning is seldom what is meant.
    """
    if text == NEVER:
        return None
    with suppress(ValueError):
        day = date.fromisoformat(text)
        raise SettingError(f"{text!r} names no time of day: write '{day} 23:59' for its end")
    try:
        when = datetime.fromisoformat(text)
        return when if when.tzinfo else when.replace(tzinfo=of).astimezone(of)
    except ValueError:
        raise SettingError(
            f"{text!r} is no time: write 2026-12-01 23:59, in the time of the class, "
            f"2026-12-01 23:59+09:00, or {NEVER}"
        ) from None


def read(book: Book, assignment: str) -> datetime | None:
    """When an assignment is due, in the class's zone; None for never and for one not known."""
    try:
        due = book.find_assignment(assignment).duedate
    except MissingEntry:
        return None
    return due.replace(tzinfo=UTC).astimezone(zone.read(book.folder).tz) if due else None


def write(book: Book, assignment: str, when: datetime | None) -> None:
    """Set when an assignment is due, before or after it was graded for the first time."""
    check_name(assignment)
    with book.transaction():
        book.update_or_create_assignment(assignment)
        due = when.astimezone(UTC).replace(tzinfo=None) if when else None
        book.update_or_create_assignment(assignment, duedate=due)


def extend(book: Book, ref: Ref, extension: timedelta | None) -> None:
    """Give a student who handed in more time, or with None no more of it.

    nbgrader counts lateness from the due date and the extension when the result is recorded, and
    knows no extension of an assignment that is never due: then there is none. Raises
    NotRegisteredError.
    """
    registered(book, ref.assignment)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # of nbgrader's own models
        book.update_or_create_student(ref.student)
        if book.find_assignment(ref.assignment).duedate is None:
            extension = None
        book.update_or_create_submission(ref.assignment, ref.student, extension=extension)
