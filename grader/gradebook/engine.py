"""SQLAlchemy on the gradebook of a class: the one place that tells SQLite from PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, NullPool, create_engine, inspect, make_url
from sqlalchemy.exc import SQLAlchemyError

from grader.classroom.folder import ClassFolder
from grader.errors import GradebookError
from grader.gradebook.address import db_url, shown

PATIENCE = 30  # seconds that somebody else, such as the formgrader, may lock the gradebook
BEGIN = {  # SQLite waits for its turn here, as it cannot with what it has read in its hands
    "sqlite": "BEGIN IMMEDIATE",
    "postgresql": "BEGIN",
}
SHRINK = {"sqlite": "VACUUM", "postgresql": "VACUUM FULL"}


def engine(folder: ClassFolder) -> Engine:
    """An engine on which every statement counts at once, but for what BEGIN and COMMIT enclose.

    Raises GradebookError for an address that cannot be used here.
    """
    url = make_url(db_url(folder))
    kind = url.get_backend_name()
    if kind not in BEGIN:
        raise GradebookError(f"{shown(folder)} is in {kind}: expected SQLite or PostgreSQL")
    waits = {
        "sqlite": {"timeout": PATIENCE},
        "postgresql": {"options": f"-c lock_timeout={PATIENCE}s"},
    }
    try:
        return create_engine(
            url, isolation_level="AUTOCOMMIT", poolclass=NullPool, connect_args=waits[kind]
        )
    except ImportError as error:
        raise GradebookError(
            f"{shown(folder)} needs a driver, {error.name}: pip install 'psycopg[binary]'"
        ) from error


@contextmanager
def connected(folder: ClassFolder) -> Iterator[Connection]:
    """A connection to a gradebook that is there; raises GradebookError."""
    with telling(folder), engine(folder).connect() as connection:
        yield connection


def has_tables(folder: ClassFolder) -> bool:
    """Whether somebody has made a gradebook at its address."""
    with connected(folder) as connection:
        return inspect(connection).has_table("student")


@contextmanager
def telling(folder: ClassFolder) -> Iterator[None]:
    """Raises GradebookError, which names the gradebook, for what a database raises."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        cause = getattr(error, "orig", None) or error
        raise GradebookError(f"{shown(folder)} cannot be used: {cause}") from error
