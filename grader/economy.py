"""What nbgrader does over and over for each submission, done once for a run.

It opens the gradebook ten times a submission, each time with a database engine that compiles every
query anew, commits after every cell, and checks the schema of its metadata, which never changes,
for each cell that it checks. Together that is most of the time that recording takes.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jsonschema import validators
from nbgrader import api
from nbgrader.nbgraderformat import common
from sqlalchemy import StaticPool

from grader.classdir import db_url

Transaction = Callable[[], AbstractContextManager[None]]
PATIENCE = 30  # seconds that somebody else, such as the formgrader, may lock the gradebook


class _Held(sqlite3.Connection):
    """A connection that nobody but `economy` ends or commits."""

    def commit(self) -> None:
        pass

    def rollback(self) -> None:
        pass

    def close(self) -> None:
        pass


@contextmanager
def economy(class_dir: Path) -> Iterator[Transaction]:
    """Within this, nbgrader has one connection to the gradebook of a class, and checks no schema.

    Gives what makes a transaction: what is written within it is kept whole at its end, or not at
    all when it ends in an exception. Results are those of nbgrader alone.
    """
    path, url = class_dir / "gradebook.db", db_url(class_dir)
    held = sqlite3.connect(path, PATIENCE, factory=_Held, check_same_thread=False)
    create_engine, schema = api.create_engine, common.jsonschema
    shared = create_engine(url, creator=lambda: held, poolclass=StaticPool)
    api.create_engine = lambda of, **options: shared if of == url else create_engine(of, **options)
    common.jsonschema = SimpleNamespace(validate=_Checked().validate)

    @contextmanager
    def transaction() -> Iterator[None]:
        try:
            yield
            sqlite3.Connection.commit(held)
        except BaseException:
            sqlite3.Connection.rollback(held)
            raise

    try:
        yield transaction
    finally:
        api.create_engine, common.jsonschema = create_engine, schema
        sqlite3.Connection.close(held)


class _Checked:
    """`jsonschema.validate` that checks a schema the first time alone."""

    def __init__(self) -> None:
        self._known: dict[int, Any] = {}

    def validate(self, instance: Any, schema: dict[str, Any]) -> None:
        if id(schema) not in self._known:  # kept, so that no other schema can get its id
            kind = validators.validator_for(schema)
            kind.check_schema(schema)
            self._known[id(schema)] = kind(schema)
        self._known[id(schema)].validate(instance)
