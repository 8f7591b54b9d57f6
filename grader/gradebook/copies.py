"""Gradebooks as files: copied whole while others may write, and without what was deleted."""

import sqlite3
from contextlib import closing
from pathlib import Path

from grader.errors import GradebookError


def copy(source: Path, target: Path) -> None:
    """Copy a gradebook through SQLite, which lets no half of a change into it.

    Raises GradebookError where it is none, or cannot be read or written.
    """
    try:
        with closing(sqlite3.connect(source)) as ours, closing(sqlite3.connect(target)) as theirs:
            ours.backup(theirs)
    except sqlite3.Error as error:
        raise GradebookError(f"{source} cannot be copied: {error}") from error


def compact(book: Path) -> None:
    """Write a gradebook anew, so that what was deleted is not in its bytes any more."""
    try:
        with closing(sqlite3.connect(book)) as connection:
            connection.execute("VACUUM")
    except sqlite3.Error as error:
        raise GradebookError(f"{book} cannot be written anew: {error}") from error


def check(book: Path) -> None:
    """Raises GradebookError where a file is no whole gradebook."""
    try:
        with closing(sqlite3.connect(book)) as connection:
            [told] = connection.execute("PRAGMA integrity_check").fetchone()
            connection.execute("SELECT 1 FROM assignment").fetchone()
    except sqlite3.Error as error:
        raise GradebookError(f"{book.name} is no gradebook: {error}") from error
    if told != "ok":
        raise GradebookError(f"{book.name} is damaged: {told}")
