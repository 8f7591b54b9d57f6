"""When assignments are due, which the gradebook keeps: nbgrader counts lateness from then."""

from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry

from grader.classroom.folder import check_names, db_url
from grader.errors import SettingError
from grader.gradebook.book import environment_on_path
from grader.notebooks import files

NEVER = "never"


def parse(text: str) -> datetime | None:
    """A time as people write it, of this machine's zone unless it names another; None for never.

    >>> parse("2026-12-01 23:59+09:00").isoformat()
    '2026-12-01T23:59:00+09:00'

    Raises SettingError.
    """
    if text == NEVER:
        return None
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        raise SettingError(
            f"{text!r} is no time: write 2026-12-01 23:59, in this machine's time, "
            f"2026-12-01 23:59+09:00, or {NEVER}"
        ) from None


def read(class_dir: Path, assignment: str) -> datetime | None:
    """When an assignment is due, with its zone; None for never and for one that is not known."""
    if not (class_dir / "gradebook.db").is_file():
        return None
    with Gradebook(db_url(class_dir)) as gradebook:
        try:
            due = gradebook.find_assignment(assignment).duedate
        except MissingEntry:
            return None
    return due and due.replace(tzinfo=UTC).astimezone()


def write(class_dir: Path, assignment: str, when: datetime | None) -> None:
    """Set when an assignment is due, before or after it was graded first; raises FileError."""
    check_names(assignment)
    files.make_folder(class_dir)
    with environment_on_path(), Gradebook(db_url(class_dir)) as gradebook:
        gradebook.update_or_create_assignment(assignment)
        due = when and when.astimezone(UTC).replace(tzinfo=None)
        gradebook.update_or_create_assignment(assignment, duedate=due)
