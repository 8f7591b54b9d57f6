"""A gradebook held open: what a transaction writes is kept, or nothing; nbgrader stays as it is."""

import sqlite3
import sys
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from nbgrader.api import Gradebook, MissingEntry

from grader.classroom.folder import CONFIG, ClassFolder, Ref
from grader.errors import GradebookError, NotRegisteredError
from grader.gradebook import session
from grader.gradebook.address import db_url
from grader.gradebook.record import record
from grader.gradebook.session import Book, HeldBook, opened
from tests.support import whole_books
from tests.support.classes import (
    ALL,
    NAME,
    RIGHT,
    assignment,
    hand_in,
    judged,
    new_class,
    points,
    records,
    sanitised,
    take,
)


class StopHereError(Exception):
    pass


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return new_class(tmp_path)


@pytest.fixture
def untried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A version of nbgrader that nobody has tried."""
    session._untried.cache_clear()
    monkeypatch.setattr(session, "TRIED", ("0.0.1",))
    yield
    session._untried.cache_clear()


# --- transactions ---


def test_what_is_written_in_a_transaction_is_there_afterwards(folder: ClassFolder) -> None:
    with opened(folder) as book, book.transaction():
        book.add_student("ann")
    assert students(folder) == ["ann"]


def test_a_transaction_that_ends_in_an_error_leaves_the_gradebook_as_it_was(
    folder: ClassFolder,
) -> None:
    take(folder, "ann", ALL)
    before = records(folder)
    with opened(folder) as book:
        with pytest.raises(StopHereError), book.transaction():
            change_and_stop(book)
        with book.transaction():
            book.add_student("cho")
    assert records(folder) == before
    assert students(folder) == ["ann", "cho"]


def test_nothing_of_a_transaction_can_be_seen_before_it_ends(folder: ClassFolder) -> None:
    with opened(folder) as book, book.transaction():
        book.add_student("ann")  # nbgrader commits here
        assert students(folder) == []


def test_what_was_recorded_before_an_error_stays(folder: ClassFolder) -> None:
    hand_in(folder, "ann", assignment(RIGHT))
    graded = judged(sanitised(folder, "ann"), ALL)
    with opened(folder) as book:
        record(book, Ref("ann", NAME), graded)
        with pytest.raises(StopHereError), book.transaction():
            change_and_stop(book)
    assert [row.score for row in points(folder)] == [9]
    assert students(folder) == ["ann"]


def students(folder: ClassFolder) -> list[str]:
    """Who is in the gradebook, as somebody else sees it."""
    with closing(sqlite3.connect(folder.gradebook)) as another:
        return [name for (name,) in another.execute("select id from student order by id")]


def change_and_stop(book: Book) -> None:
    book.find_grade("half-1", NAME, NAME, "ann").manual_score = 1
    book.add_student("bob")
    raise StopHereError


# --- opening ---


def test_a_class_without_a_gradebook_has_none_to_open(tmp_path: Path) -> None:
    folder = ClassFolder(tmp_path / "class")
    with pytest.raises(NotRegisteredError, match="no gradebook"), opened(folder):
        pass
    assert not folder.path.exists()


@pytest.mark.slow
@pytest.mark.parametrize("way", [None, "untried"])
def test_a_gradebook_is_made_where_no_program_of_the_environment_is_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, way
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    if way:
        request.getfixturevalue(way)
    folder = ClassFolder(tmp_path / "class")
    with warnings.catch_warnings(action="ignore"), opened(folder, create=True) as book:
        assert book.assignments == []


def test_what_is_no_gradebook_is_named(folder: ClassFolder) -> None:
    folder.gradebook.write_bytes(b"not a database" * 100)
    with pytest.raises(GradebookError, match=r"gradebook\.db cannot be used"), opened(folder):
        pass


@pytest.mark.slow
def test_a_gradebook_that_is_made_is_that_of_nbgrader(tmp_path: Path) -> None:
    ours, theirs = ClassFolder(tmp_path / "ours"), tmp_path / "theirs.db"
    with opened(ours, create=True):
        pass
    with session._environment_on_path(), Gradebook(f"sqlite:///{theirs}"):
        pass
    assert structure(ours.gradebook) == structure(theirs)


def structure(path: Path) -> tuple[list[tuple], list[tuple], list[tuple]]:
    with closing(sqlite3.connect(path)) as database:
        tables = database.execute("select name, sql from sqlite_master order by name").fetchall()
        version = database.execute("select * from alembic_version").fetchall()
        course = database.execute("select * from course").fetchall()
        return tables, version, course


# --- nbgrader itself ---


def test_nbgrader_is_as_it_was_while_a_gradebook_is_open(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)  # all is imported by then
    stock = nbgraders()
    hand_in(folder, "bob", assignment(RIGHT))
    graded = judged(sanitised(folder, "bob"), ALL)
    with opened(folder) as book:
        assert isinstance(book, HeldBook)
        assert nbgraders() == stock
        record(book, Ref("bob", NAME), graded)
        assert nbgraders() == stock
    assert nbgraders() == stock


def nbgraders() -> dict[tuple[str, ...], int]:
    """What each name in nbgrader's modules and classes stands for."""
    found = {}
    for module, inside in [*sys.modules.items()]:
        if module.partition(".")[0] != "nbgrader":
            continue
        for name, value in vars(inside).items():
            found[module, name] = id(value)
            if isinstance(value, type) and value.__module__.partition(".")[0] == "nbgrader":
                found |= {(module, name, key): id(of) for key, of in vars(value).items()}
    return found


def test_what_it_finds_is_what_nbgrader_finds(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    with Gradebook(db_url(folder)) as stock, opened(folder) as book:
        assert found(book) == found(stock)


def found(gradebook: Gradebook) -> list[object]:
    """What nbgrader's preprocessors ask a gradebook for, there or not."""
    source = gradebook.find_source_cell("double-1", NAME, NAME).source
    most = gradebook.find_graded_cell("double-1", NAME, NAME).max_score
    score = gradebook.find_grade("half-1", NAME, NAME, "ann").score
    comment = gradebook.find_comment("half", NAME, NAME, "ann").comment
    missing = []
    for name, find in {"nothing": gradebook.find_grade, "half-1": gradebook.find_comment}.items():
        with pytest.raises(MissingEntry) as raised:
            find(name, NAME, NAME, "ann")
        missing.append(str(raised.value))
    return [source, most, score, comment, missing]


def test_with_another_version_of_nbgrader_it_says_so_once(
    folder: ClassFolder, untried: None
) -> None:
    with pytest.warns(UserWarning, match=r"nbgrader 0\.9.* not tried .* 0\.0\.1"), opened(folder):
        pass
    with warnings.catch_warnings(action="error"), opened(folder) as book:
        assert not isinstance(book, HeldBook)


@pytest.mark.slow
def test_with_another_version_of_nbgrader_the_same_is_recorded(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    held = whole_books.recorded(new_class(settled(tmp_path / "held")))
    request.getfixturevalue("untried")
    with warnings.catch_warnings(action="ignore"):
        plain = whole_books.recorded(new_class(settled(tmp_path / "plain")))
    assert held == plain
    assert len(held) > 4 * len(ALL)


def settled(course: Path) -> Path:
    """A folder for a class in which lateness costs all points."""
    course.mkdir()
    (course / CONFIG).write_text(f"c = get_config()\n{whole_books.LATE}")
    return course
