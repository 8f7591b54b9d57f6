"""Gradebooks as files: copied whole while others may write, and without what was deleted."""

import sqlite3
from contextlib import closing
from pathlib import Path

from nbgrader.api import Base
from sqlalchemy import Connection, select

from grader.classroom.folder import ClassFolder
from grader.errors import GradebookError
from grader.gradebook.address import on_server
from grader.gradebook.engine import SHRINK, connected
from grader.gradebook.session import opened

ROWS = 1000  # that are read at once


def copy(folder: ClassFolder, made: ClassFolder) -> None:
    """Copy the gradebook of a class into a file of another, with no half of a change in it.

    Raises GradebookError where it is none, or cannot be read or written.
    """
    if on_server(folder):
        with connected(folder) as rows, opened(made, create=True) as book, book.transaction():
            _copy_rows(rows, book.db.connection())
        return
    source, target = folder.gradebook, made.gradebook
    try:
        with closing(sqlite3.connect(source)) as theirs, closing(sqlite3.connect(target)) as ours:
            theirs.backup(ours)
    except sqlite3.Error as error:
        raise GradebookError(f"{source} cannot be copied: {error}") from error


def _copy_rows(source: Connection, target: Connection) -> None:
    """Every row of one gradebook, as it is at this moment, in place of those of another."""
    source = source.execution_options(isolation_level="REPEATABLE READ", yield_per=ROWS)
    for table in reversed(Base.metadata.sorted_tables):
        target.execute(table.delete())
    for table in Base.metadata.sorted_tables:
        for rows in source.execute(select(table)).mappings().partitions():
            target.execute(table.insert(), [dict(row) for row in rows])


def compact(folder: ClassFolder) -> None:
    """Write a gradebook anew, so that what was deleted is not in its bytes any more."""
    with connected(folder) as connection:
        connection.exec_driver_sql(SHRINK[connection.dialect.name])


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
