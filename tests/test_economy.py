"""One connection and one transaction a submission: all of it is kept, or nothing."""

import pytest
from nbgrader import api
from nbgrader.api import Gradebook, MissingEntry

from classes import ALL, NAME, new_class, take
from grader.classdir import db_url
from grader.economy import economy
from grader.gradebook import points


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
    engine = api.create_engine
    with economy(class_dir) as transaction, transaction():
        take(class_dir, "ann", ALL)
        ours, api.create_engine = api.create_engine, engine  # as another process sees it
        with Gradebook(db_url(class_dir)) as gradebook, pytest.raises(MissingEntry):
            gradebook.find_student("ann")
        api.create_engine = ours


def test_nbgrader_is_as_it_was_afterwards(tmp_path):
    engine = api.create_engine
    with economy(new_class(tmp_path)):
        assert api.create_engine is not engine
    assert api.create_engine is engine


def _change_and_stop(class_dir):
    take(class_dir, "ann", dict.fromkeys(ALL, "wrong"))
    take(class_dir, "bob", ALL)
    raise StopHereError
