"""A gradebook on a PostgreSQL server does all that one in a file does, and holds the same."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import create_engine, text

from grader.classroom.folder import CONFIG, ClassFolder
from grader.errors import ClassError, GradebookError, NotRegisteredError
from grader.gradebook import archive, engine, forgetting, glance, scores
from grader.gradebook.address import db_url
from grader.gradebook.book import register
from grader.gradebook.pseudonymise import pseudonymise
from grader.gradebook.record import unrecordable
from grader.gradebook.session import Book, HeldBook, opened
from grader.grading import cluster, job
from grader.pages import feedback
from tests.support import lab, notebooks, planting, postgresql, whole_books
from tests.support.classes import (
    ALL,
    ANN,
    NAME,
    TESTS,
    assignment,
    due,
    new_class,
    points,
    records,
    take,
)
from tests.support.plugins import api

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(postgresql.missing()), reason=postgresql.missing()),
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),  # of nbgrader's own models
]
NUMBERS = itertools.count()
MOVED = text("UPDATE source_cell SET locked = NOT locked WHERE name = 'double-1'")


class StopHereError(Exception):
    pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgresql.running() as socket:
        yield socket


@pytest.fixture
def address(server: str) -> str:
    return postgresql.database(server, f"book-{next(NUMBERS)}")


@pytest.fixture
def folder(tmp_path: Path, address: str) -> ClassFolder:
    """A class with the assignment and nobody, whose gradebook is on the server."""
    folder = postgresql.on_server(tmp_path, address, whole_books.LATE)
    with opened(folder, create=True) as book, book.transaction():
        register(book, NAME, assignment())
    return folder


@pytest.fixture
def in_file(tmp_path: Path) -> ClassFolder:
    """The same class, whose gradebook is a file."""
    (tmp_path / "file").mkdir()
    (tmp_path / "file" / CONFIG).write_text(f"c = get_config()\n{whole_books.LATE}")
    return new_class(tmp_path / "file")


def test_it_holds_the_same_as_one_in_a_file(folder: ClassFolder, in_file: ClassFolder) -> None:
    assert whole_books.recorded(folder) == whole_books.recorded(in_file)
    assert points(folder) == points(in_file)
    assert glance.standings(folder, NAME) == glance.standings(in_file, NAME)
    assert glance.recorded(folder, NAME) == {"ann", "bob", "cho", "dan"}
    assert glance.registered(folder, NAME)
    assert not folder.gradebook.exists()


def test_a_transaction_that_ends_in_an_error_leaves_it_as_it_was(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    before = records(folder)
    with opened(folder) as book:
        with pytest.raises(StopHereError), book.transaction():
            change_and_stop(book)
        with book.transaction():
            book.add_student("cho")
    assert (records(folder), glance.students(folder)) == (before, {"ann", "cho"})


def change_and_stop(book: Book) -> None:
    book.find_grade("half-1", NAME, NAME, "ann").manual_score = 1
    book.add_student("bob")  # nbgrader commits here
    assert glance.students(book.folder) == {"ann"}
    raise StopHereError


def test_nothing_is_locked_while_it_is_read(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    with opened(folder) as book:
        assert isinstance(book, HeldBook)
        scores.points(book, NAME)
        asked = text("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%'")
        with engine.connected(folder) as other:
            assert other.execute(asked).scalar() == 0


def test_tests_stand_in_the_order_of_the_notebook_wherever_their_rows_are(
    folder: ClassFolder,
) -> None:
    take(folder, "ann", ALL)
    with engine.connected(folder) as connection:  # it writes a row that it changes anew
        connection.execute(
            text("UPDATE source_cell SET locked = NOT locked WHERE name = 'double-1'")
        )
    with opened(folder) as book:
        assert list(scores.by_test(book, NAME)["ann"]) == list(TESTS)


def test_a_reason_with_a_sign_that_its_texts_cannot_hold_is_recorded(folder: ClassFolder) -> None:
    with opened(folder) as book:
        unrecordable(book, ANN, "cut\0short")
    assert points(folder)[0].score == 0


def test_nbgrader_and_its_formgrader_find_what_is_graded(folder: ClassFolder) -> None:
    due(folder)
    take(folder, "ann", ALL | {"double-2": "wrong"})
    (folder.step("source") / NAME).mkdir(parents=True)
    of_nbgrader = api(folder.config())
    assert of_nbgrader.get_assignment(NAME)["average_score"] == 6
    [found] = of_nbgrader.get_submissions(NAME)
    assert (found["student"], found["score"], found["max_score"]) == ("ann", 6, 9)
    [submitted] = of_nbgrader.get_notebook_submissions(NAME, NAME)
    assert (submitted["student"], submitted["score"]) == ("ann", 6)
    [student] = of_nbgrader.get_students()
    assert (student["id"], student["score"]) == ("ann", 6)


def test_the_formgrader_enters_a_score_there(tmp_path: Path, address: str, root: Path) -> None:
    settings = (root / CONFIG).read_text("utf-8")
    (tmp_path / CONFIG).write_text(f"{settings}\nc.CourseDirectory.db_url = {address!r}\n", "utf-8")
    folder = ClassFolder(tmp_path / "class")
    with opened(folder, create=True) as book, book.transaction():
        register(book, NAME, assignment())
    take(folder, "ann", ALL)
    with opened(folder) as book:
        grade = book.find_grade("half-1", NAME, NAME, "ann").id
    with lab.running(tmp_path) as jupyter:
        request = Request(
            f"{jupyter}/formgrader/api/grade/{grade}",
            method="PUT",
            data=json.dumps({"manual_score": 1.5, "extra_credit": 0}).encode(),
            headers={"Authorization": f"token {lab.TOKEN}"},
        )
        with urlopen(request) as answer:
            assert json.load(answer)["manual_score"] == 1.5
    assert points(folder)[0].score == 6.5


def test_what_a_person_enters_stays_and_is_in_the_feedback(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    with Gradebook(db_url(folder)) as stock:
        stock.find_grade("half-1", NAME, NAME, "ann").manual_score = 1.5
        stock.db.commit()
    take(folder, "ann", ALL)
    assert points(folder)[0].score == 6.5
    with opened(folder) as book:
        assert "6.5" in feedback.write(book, ANN).read_text("utf-8")


@pytest.fixture
def course(tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with a class of two, whose gradebook is on the server."""
    monkeypatch.setattr(cluster, "engine", planting.InProcess().engine)
    monkeypatch.setattr(job, "work", planting.by_answer)
    root = planting.of_two(tmp_path)
    postgresql.on_server(root, address)
    planting.hand_in(root, "bob", planting.WRONG)
    return root


def test_a_changed_course_is_tried_before_it_is_written_there(course: Path) -> None:
    planting.grade(course)
    assert planting.points(course) == {"ann": (4, 4), "bob": (0, 4)}
    assert [entry.new for entry in planting.grade(course)] == [False, False]
    more = notebooks.graded("cut-3", "FAIL", points=3)
    notebooks.save(course, planting.NAME, notebooks.lesson(planting.HELD, more))
    shown = []
    planting.grade(course, lambda found: shown.extend(found))
    assert {change.ref.student: change.after for change in shown} == {"ann": (4, 7), "bob": (0, 7)}
    assert planting.points(course) == {"ann": (4, 4), "bob": (0, 4)}
    planting.grade(course)
    assert planting.points(course) == {"ann": (4, 7), "bob": (0, 7)}


def test_a_student_is_forgotten_there(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    take(folder, "bob", ALL)
    known = forgetting.known(folder, "ann")
    assert (known.submissions, known.in_book) == (1, True)
    forgetting.forget(folder, known)
    assert glance.students(folder) == {"bob"}
    assert [row.student for row in points(folder)] == ["bob"]


def test_under_other_names_it_is_a_file(folder: ClassFolder, tmp_path: Path) -> None:
    whole_books.recorded(folder)
    pseudonymise(folder, tmp_path / "others")
    others = ClassFolder(tmp_path / "others")
    assert sorted(row.score for row in points(others)) == sorted(r.score for r in points(folder))
    assert glance.students(others).isdisjoint(glance.students(folder))
    assert db_url(others).startswith("sqlite")


def test_a_backup_has_it_as_a_file_for_another_folder(folder: ClassFolder, tmp_path: Path) -> None:
    before = whole_books.recorded(folder)
    archive.backup(folder, tmp_path / "class.tar.gz")
    other = ClassFolder(tmp_path / "other")
    archive.restore(tmp_path / "class.tar.gz", other)
    assert records(other) == before
    assert other.gradebook.is_file()
    with pytest.raises(ClassError, match="pg_dump"):
        archive.restore(tmp_path / "class.tar.gz", folder)


def test_a_class_that_begins_there_has_no_gradebook_yet(tmp_path: Path, address: str) -> None:
    folder = postgresql.on_server(tmp_path, address)
    assert not glance.exists(folder)
    with pytest.raises(NotRegisteredError, match="no gradebook"), opened(folder):
        pass


def test_who_waits_too_long_for_somebody_else_is_told(
    folder: ClassFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(folder, "ann", ALL)
    monkeypatch.setattr(engine, "PATIENCE", 1)
    other = create_engine(db_url(folder))
    with other.begin() as busy:
        busy.execute(text("SELECT * FROM grade FOR UPDATE"))
        with pytest.raises(GradebookError, match="lock timeout"):
            take(folder, "ann", {})
    other.dispose()
