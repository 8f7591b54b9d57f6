"""The gradebook of a class, held open: the one seam that knows the insides of nbgrader's versions.

nbgrader opens its gradebook ten times a submission, each time with an engine that compiles every
query anew, commits after every cell, and checks the schema of its metadata, which never changes,
for each cell. Together that is most of the time that recording takes. A `HeldBook` does each once
for a run, and nbgrader's own steps work on it, as `step` gives them. With a version of nbgrader
that this was not tried with, `opened` says so once and gives a plain `Book`: nbgrader's own way.
"""

import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any, TypeVar

import nbgrader
from alembic.config import Config
from alembic.script import ScriptDirectory
from jsonschema import validators
from nbconvert.preprocessors import Preprocessor
from nbgrader.api import Base, BaseCell, Comment, Grade, Gradebook, Notebook, SourceCell
from nbgrader.coursedir import CourseDirectory
from nbgrader.dbutil import _temp_alembic_ini
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.nbgraderformat.common import BaseMetadataValidator
from sqlalchemy import event, inspect, text
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from grader.classroom.folder import ClassFolder
from grader.errors import NotRegisteredError
from grader.gradebook import glance
from grader.gradebook.address import db_url
from grader.gradebook.engine import BEGIN, engine, telling
from grader.notebooks.files import make_folder

TRIED = ("0.9.6",)
_RANDOM = f"{1 << 64:032x}"  # as good as every id that nbgrader draws is larger
Step = TypeVar("Step", bound=Preprocessor)
Kind = TypeVar("Kind")


@contextmanager
def opened(folder: ClassFolder, *, create: bool = False) -> Iterator["Book"]:
    """The gradebook of a class, until the end; made where there is none if `create`.

    Raises NotRegisteredError where there is none otherwise, and GradebookError when it cannot be
    read or written.
    """
    if not create and not glance.exists(folder):
        raise NotRegisteredError(f"{folder} has no gradebook")
    with telling(folder):
        make_folder(folder.path)
        book = (HeldBook if nbgrader.__version__ in TRIED else _untried())(folder)
        try:
            yield book
        finally:
            book.end()


def schemas(book: "Book") -> tuple[str | None, str | None]:
    """The version of a gradebook's tables, and the one that this nbgrader writes."""
    return book.db.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar(), _newest_schema()


def folder_of(course: CourseDirectory) -> ClassFolder:
    """The folder of the class to which nbgrader's settings belong."""
    return ClassFolder(Path(course.root, course.submitted_directory).parent)


class Book(Gradebook):
    """nbgrader's gradebook of a class, in nbgrader's own way: each step writes by itself."""

    def __init__(self, folder: ClassFolder) -> None:
        self.folder, self.url = folder, db_url(folder)
        with _environment_on_path():
            super().__init__(self.url)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written within is there afterwards; of a HeldBook, all of it or nothing."""
        try:
            yield
            self.db.commit()
        finally:
            self.close()

    def step(self, kind: type[Step]) -> type[Step]:
        """A step of nbgrader's that works on this gradebook."""
        return kind

    def end(self) -> None:
        """Close it for good; nbgrader's steps close it after themselves, which ends nothing."""
        self.close()


class HeldBook(Book):
    """A gradebook over one connection, on which a `transaction` alone decides what is kept."""

    def __init__(self, folder: ClassFolder) -> None:
        self.folder, self.url = folder, db_url(folder)
        self.engine = engine(folder)
        self._held = self.engine.connect()
        self._held.begin()  # sends nothing; sessions that find it begun neither commit nor end it
        session = sessionmaker(
            bind=self._held, expire_on_commit=False, join_transaction_mode="rollback_only"
        )
        event.listen(session, "before_flush", _numbered)
        self.db = scoped_session(session)
        self.course_id, self.authenticator = "default_course", None
        self._rows: dict[tuple[str, ...], Mapping[str, Any]] = {}
        self._steps: dict[type, type] = {}
        if not inspect(self._held).get_table_names():
            with self.transaction():
                self._make_tables()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self._held.exec_driver_sql(BEGIN[self.engine.dialect.name])
        try:
            yield
            self.db.flush()
            self._held.exec_driver_sql("COMMIT")
        finally:
            self.close()
            self._held.rollback()  # takes nothing back of what is committed
            self._held.begin()

    def step(self, kind: type[Step]) -> type[Step]:
        if kind not in self._steps:
            names = {"Gradebook": lambda *_: self, "MetadataValidator": _validator}
            self._steps[kind] = rebound(kind, **names)
        return self._steps[kind]

    def close(self) -> None:
        """Forget what was read, so that the next step reads it anew."""
        self.db.remove()
        self._rows.clear()

    def end(self) -> None:
        self.close()
        self._held.close()

    def _make_tables(self) -> None:
        Base.metadata.create_all(bind=self._held)
        self.db.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        version = {"version": _newest_schema()}
        self.db.execute(text("INSERT INTO alembic_version VALUES (:version)"), version)
        self.check_course(self.course_id)

    # --- what nbgrader's steps look up cell by cell, asked for once a notebook ---

    def remove_notebook(self, name: str, assignment: str) -> None:
        super().remove_notebook(name, assignment)
        self._rows.clear()  # which has cells that are gone now

    def find_source_cell(self, name: str, notebook: str, assignment: str) -> Any:
        return self._found(super().find_source_cell, _source_cells, name, notebook, assignment)

    def find_graded_cell(self, name: str, notebook: str, assignment: str) -> Any:
        return self._found(super().find_graded_cell, _graded_cells, name, notebook, assignment)

    def find_grade(self, grade_cell: str, notebook: str, assignment: str, student: str) -> Any:
        of = (notebook, assignment, student)
        return self._found(super().find_grade, _grades, grade_cell, *of)

    def find_comment(self, comment_cell: str, notebook: str, assignment: str, student: str) -> Any:
        of = (notebook, assignment, student)
        return self._found(super().find_comment, _comments, comment_cell, *of)

    def _found(
        self,
        stock: Callable[..., Any],
        rows: Callable[..., Mapping[str, Any]],
        name: str,
        *of: str,
    ) -> Any:
        """What `rows` gives for `of` under this name, else what nbgrader finds or raises."""
        key = (rows.__name__, *of)
        if key not in self._rows:
            self._rows[key] = rows(self, *of)
        return self._rows[key].get(name) or stock(name, *of)


def rebound(kind: type[Kind], **names: Any) -> type[Kind]:
    """A subclass of `kind` whose own methods see `names` where their module has others.

    >>> from nbgrader.preprocessors import GetGrades
    >>> rebound(GetGrades, Gradebook=lambda url: book)
    """
    methods = {
        name: FunctionType(
            method.__code__,
            method.__globals__ | names,
            name,
            method.__defaults__,
            method.__closure__,
        )
        for name, method in vars(kind).items()
        if isinstance(method, FunctionType) and names.keys() & {*method.__code__.co_names}
    }
    return type(kind.__name__, (kind,), methods | {"__module__": kind.__module__})


class _SchemaOnce:
    """jsonschema for nbgrader: the schema is checked the first time alone."""

    def __init__(self) -> None:
        self._known: dict[int, Any] = {}

    def validate(self, instance: Any, schema: dict[str, Any]) -> None:
        if id(schema) not in self._known:  # kept, so that no other schema can get its id
            kind = validators.validator_for(schema)
            kind.check_schema(schema)
            self._known[id(schema)] = kind(schema)
        self._known[id(schema)].validate(instance)


@cache
def _validator() -> MetadataValidator:
    """nbgrader's validator of cell metadata, made once."""
    once = rebound(BaseMetadataValidator, jsonschema=_SchemaOnce())
    return type("Validator", (MetadataValidator, once), {})()


@cache
def _untried() -> type[Book]:
    tried = " or ".join(TRIED)
    warnings.warn(
        f"nbgrader {nbgrader.__version__} was not tried here, {tried} was: the gradebook is "
        "written in nbgrader's own way, which takes longer",
        stacklevel=3,
    )
    return Book


def _newest_schema() -> str | None:
    """What nbgrader asks the command alembic for when it makes a gradebook."""
    with _temp_alembic_ini("sqlite://") as settings:
        return ScriptDirectory.from_config(Config(settings)).get_current_head()


@contextmanager
def _environment_on_path() -> Iterator[None]:
    """nbgrader starts `alembic` by name when it makes a gradebook: let it find ours."""
    before = os.environ.get("PATH", os.defpath)
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), before))
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _numbered(session: Session, *_: object) -> None:
    """Let the ids of new source cells tell their order, which rows of PostgreSQL do not have."""
    new = (each for each in session.new if isinstance(each, SourceCell) and not each.id)
    for number, cell in enumerate(new, time.time_ns()):
        cell.id = f"{number:032x}"


def source_cells(known: Notebook) -> list[SourceCell]:
    """The source cells of an assignment, in the order in which they were entered."""
    return sorted(known.source_cells, key=lambda cell: cell.id if cell.id < _RANDOM else "")


def _source_cells(book: Gradebook, notebook: str, assignment: str) -> Mapping[str, Any]:
    return {cell.name: cell for cell in book.find_notebook(notebook, assignment).source_cells}


def _graded_cells(book: Gradebook, notebook: str, assignment: str) -> Mapping[str, Any]:
    found = book.find_notebook(notebook, assignment)
    return {cell.name: cell for cell in [*found.task_cells, *found.grade_cells]}


def _grades(book: Gradebook, *of: str) -> Mapping[str, Any]:
    return _entries(Grade, book, *of)


def _comments(book: Gradebook, *of: str) -> Mapping[str, Any]:
    return _entries(Comment, book, *of)


def _entries(
    kind: type[Grade] | type[Comment], book: Gradebook, notebook: str, assignment: str, student: str
) -> Mapping[str, Any]:
    """The grades or the comments of a submission, by the name of their cell."""
    submitted = book.find_submission_notebook(notebook, assignment, student)
    rows = book.db.query(BaseCell.name, kind).join(BaseCell, BaseCell.id == kind.cell_id)
    return dict(rows.filter(kind.notebook_id == submitted.id).all())
