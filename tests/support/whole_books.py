"""A class in whose gradebook stands everything that grading may enter into one."""

from dataclasses import replace
from datetime import timedelta

from grader.classroom.folder import ClassFolder, Ref
from grader.gradebook import book as gradebook
from grader.gradebook.record import record, unrecordable
from grader.gradebook.session import opened
from grader.outcome import UNDECIDED, TestOutcome
from tests.support.classes import (
    ALL,
    NAME,
    RIGHT,
    TESTS,
    assignment,
    due,
    hand_in,
    judged,
    records,
    sanitised,
)

LATE = "c.LateSubmissionPlugin.penalty_method = 'zero'"  # what the settings of the class need


def recorded(folder: ClassFolder) -> list[dict[str, object]]:
    """What the gradebook of a class has after all of it, as nbgrader sees it."""
    due(folder)
    for student in ("ann", "bob", "cho"):
        hand_in(folder, student, assignment(RIGHT))
        folder.timestamp(Ref(student, NAME)).write_text("2026-03-02 00:00:00 UTC")
    given = {name: judged(sanitised(folder, name), ALL) for name in ("ann", "bob", "cho")}
    unclear = tuple(TestOutcome(name, "not_run", UNDECIDED, "See.") for name in ALL)
    with opened(folder) as book:
        record(book, Ref("ann", NAME), given["ann"], {NAME: timedelta(days=2)})
        record(book, Ref("bob", NAME), given["bob"])
        record(book, Ref("cho", NAME), replace(given["cho"], tests=unclear))
        unrecordable(book, Ref("dan", NAME), "cut short")
        with book.transaction():
            more = TESTS | {"half-2": (1, "assert half(0) == 0")}
            gradebook.register(book, NAME, assignment(tests=more))
        record(book, Ref("bob", NAME), given["bob"], {})
    return records(folder)
