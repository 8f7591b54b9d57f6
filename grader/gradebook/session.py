"""What nbgrader does over and over for each submission, done once for a run.

It opens the gradebook ten times a submission, each time with a database engine that compiles every
query anew, commits after every cell, and checks the schema of its metadata, which never changes,
for each cell that it checks. Together that is most of the time that recording takes.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

from alembic.config import Config
from alembic.script import ScriptDirectory
from jsonschema import validators
from nbgrader import api
from nbgrader.api import BaseCell, Comment, Grade, Gradebook
from nbgrader.dbutil import _temp_alembic_ini
from nbgrader.nbgraderformat import common
from sqlalchemy import Engine, StaticPool
from sqlalchemy.orm import scoped_session, sessionmaker

from grader.classroom.folder import db_url

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
    held = sqlite3.connect(
        class_dir / "gradebook.db", PATIENCE, factory=_Held, check_same_thread=False
    )

    @contextmanager
    def transaction() -> Iterator[None]:
        try:
            yield
            sqlite3.Connection.commit(held)
        except BaseException:
            sqlite3.Connection.rollback(held)
            raise

    url = db_url(class_dir)
    shared = api.create_engine(url, creator=lambda: held, poolclass=StaticPool)
    try:
        with ExitStack() as replaced:
            replaced.enter_context(patch.object(common, "jsonschema", _Checked()))
            for name, way in _ways(url, shared, transaction).items():
                replaced.enter_context(patch.object(Gradebook, name, way))
            yield transaction
    finally:
        sqlite3.Connection.close(held)


def _ways(url: str, shared: Engine, transaction: Transaction) -> dict[str, Callable[..., Any]]:
    """How a Gradebook opens and finds things, where it is that of `url`."""
    stock_init = Gradebook.__init__
    known = False

    @wraps(stock_init)
    def init(self: Gradebook, db_url: str, *args: Any, **kwargs: Any) -> None:
        nonlocal known
        if db_url != url:
            return stock_init(self, db_url, *args, **kwargs)
        if not known:  # makes the tables, if there are none
            with (
                transaction(),
                patch.object(api, "create_engine", lambda *_, **__: shared),
                patch.object(api, "get_alembic_version", _newest_schema),
            ):
                stock_init(self, db_url, *args, **kwargs)
                self.close()
            known = True
        self.course_id, self.authenticator, self.engine = "default_course", None, shared
        self.db = scoped_session(sessionmaker(bind=shared, expire_on_commit=False))
        self.found = {}
        return None

    def once(stock: Callable[..., Any], rows: Callable[..., Mapping[str, Any]]) -> Callable:
        """Finds by name what `rows` gives for the other arguments, asked for once."""

        @wraps(stock)
        def find(self: Gradebook, name: str, *of: str) -> Any:
            if self.engine is not shared:
                return stock(self, name, *of)
            key = (stock.__name__, *of)
            if key not in self.found:
                self.found[key] = rows(self, *of)
            return self.found[key].get(name) or stock(self, name, *of)

        return find

    return {
        "__init__": init,
        "find_source_cell": once(Gradebook.find_source_cell, _source_cells),
        "find_graded_cell": once(Gradebook.find_graded_cell, _graded_cells),
        "find_grade": once(Gradebook.find_grade, _entries(Grade)),
        "find_comment": once(Gradebook.find_comment, _entries(Comment)),
    }


def _newest_schema() -> str | None:
    """What nbgrader asks the command alembic for when it makes a gradebook."""
    with _temp_alembic_ini("sqlite://") as settings:
        return ScriptDirectory.from_config(Config(settings)).get_current_head()


def _source_cells(gradebook: Gradebook, notebook: str, assignment: str) -> Mapping[str, Any]:
    return {cell.name: cell for cell in gradebook.find_notebook(notebook, assignment).source_cells}


def _graded_cells(gradebook: Gradebook, notebook: str, assignment: str) -> Mapping[str, Any]:
    found = gradebook.find_notebook(notebook, assignment)
    return {cell.name: cell for cell in [*found.task_cells, *found.grade_cells]}


def _entries(kind: type[Grade] | type[Comment]) -> Callable[..., Mapping[str, Any]]:
    """The grades or the comments of a submission, by the name of their cell."""

    def entries(gradebook: Gradebook, notebook: str, assignment: str, student: str) -> Any:
        book = gradebook.find_submission_notebook(notebook, assignment, student)
        rows = gradebook.db.query(BaseCell.name, kind).join(BaseCell, BaseCell.id == kind.cell_id)
        return dict(rows.filter(kind.notebook_id == book.id))

    return entries


class _Checked:
    """jsonschema for nbgrader: a schema is checked the first time alone."""

    def __init__(self) -> None:
        self._known: dict[int, Any] = {}

    def validate(self, instance: Any, schema: dict[str, Any]) -> None:
        if id(schema) not in self._known:  # kept, so that no other schema can get its id
            kind = validators.validator_for(schema)
            kind.check_schema(schema)
            self._known[id(schema)] = kind(schema)
        self._known[id(schema)].validate(instance)
