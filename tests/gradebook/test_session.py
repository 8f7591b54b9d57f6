"""One connection and one transaction a submission: all of it is kept, or nothing."""

import sqlite3
from contextlib import closing

import pytest
from nbgrader.api import Gradebook, MissingEntry

from grader.classroom.folder import db_url
from grader.gradebook.book import points
from grader.gradebook.session import economy
from tests.support.classes import ALL, NAME, new_class, take


class StopHereError(Exception):
    pass


def test_what_is_written_in_a_transaction_is_there_afterwards(tmp_path):
    class_dir = new_class(tmp_path)
    with economy(class_dir) as transaction, transaction():
        take(class_dir, "ann", ALL)
    assert [row.score for row in points(class_dir, NAME)] == [9]


def test_a_transaction_that_ends_in_an_error_leaves_the_gradebook_as_it_was(tmp_path):
    class_dir = new_class(tmp_path)
    take(class_dir, "ann", ALL)
    with economy(class_dir) as transaction:
        with pytest.raises(StopHereError), transaction():
            _change_and_stop(class_dir)
        with transaction():
            take(class_dir, "cho", ALL)
    assert {row.student: row.score for row in points(class_dir, NAME)} == {"ann": 9, "cho": 9}


def test_nothing_of_a_submission_can_be_seen_before_its_transaction_ends(tmp_path):
    class_dir = new_class(tmp_path)
    with (
        economy(class_dir) as transaction,
        transaction(),
        closing(sqlite3.connect(class_dir / "gradebook.db")) as another,
    ):
        take(class_dir, "ann", ALL)
        assert another.execute("select * from student").fetchall() == []


def test_nbgrader_is_as_it_was_afterwards(tmp_path):
    stock = dict(vars(Gradebook))
    with economy(new_class(tmp_path)):
        assert vars(Gradebook) != stock
    assert vars(Gradebook) == stock


def test_what_it_finds_is_what_nbgrader_finds(tmp_path):
    class_dir = new_class(tmp_path)
    take(class_dir, "ann", ALL)
    stock = found(class_dir)
    with economy(class_dir):
        assert found(class_dir) == stock


def found(class_dir) -> list[object]:
    """What nbgrader's preprocessors ask a gradebook for, there or not."""
    with Gradebook(db_url(class_dir)) as gradebook:
        source = gradebook.find_source_cell("double-1", NAME, NAME).source
        most = gradebook.find_graded_cell("double-1", NAME, NAME).max_score
        score = gradebook.find_grade("half-1", NAME, NAME, "ann").score
        comment = gradebook.find_comment("half", NAME, NAME, "ann").comment
        missing = []
        for name, find in {
            "nothing": gradebook.find_grade,
            "half-1": gradebook.find_comment,
        }.items():
            with pytest.raises(MissingEntry) as raised:
                find(name, NAME, NAME, "ann")
            missing.append(str(raised.value))
    return [source, most, score, comment, missing]


def _change_and_stop(class_dir):
    take(class_dir, "ann", dict.fromkeys(ALL, "wrong"))
    take(class_dir, "bob", ALL)
    raise StopHereError
