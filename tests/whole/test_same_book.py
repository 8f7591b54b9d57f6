"""For honest submissions the gradebook is the one that nbgrader's own autograde writes."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from grader.classroom.folder import ClassFolder
from grader.course import bank, sources
from grader.grading import run
from grader.limits import Limits
from grader.sample import CLASS, Bank, Student
from tools import bench

pytestmark = pytest.mark.slow

# Of the sample class; `make bench` compares all that are honest.
STUDENTS = [student for student in CLASS if student.id in ("ellis-ward", "lee-dasom")]


def graded_both_ways(
    folder: Path, students: Sequence[Student], names: Sequence[str]
) -> tuple[bench.Records, bench.Records]:
    """The records of nbgrader's book and of ours, with a submission of each to each section."""
    count = len(names) * len(students)
    theirs, ours = ClassFolder(folder / "stock"), ClassFolder(folder / "engine")
    bench.hand_in(theirs, count, tagged=True, students=students, only=names)
    bench.hand_in(ours, count, students=students, only=names)
    for name in names:
        bench.stock(theirs, name)
    options = run.Options(Limits(), sealed=False)
    list(run.grade_class(bench.ROOT, ours, names, options))
    return bench.records(theirs), bench.records(ours)


def test_the_gradebook_equals_that_of_nbgrader_record_by_record(tmp_path):
    names = sources.assignments(bench.ROOT)
    theirs, ours = graded_both_ways(tmp_path, STUDENTS, names)
    assert len(theirs) > 40 * len(names)
    assert ours == theirs


HIDDEN_ALONE = {"greedy_decode": "wrong_ids_hardcoded", "rnn_decoder": "wrong_batch_dropped"}


def caught_by_hidden_cases(solved: Bank) -> dict[str, str]:
    """The solutions, but for answers that pass a cell's visible cases and fail its hidden ones."""
    answers = bank.answers(bench.ROOT, "02_rnn")
    return solved.solutions | {
        each.exercise: each.code for each in answers if HIDDEN_ALONE.get(each.exercise) == each.name
    }


def test_checks_that_observe_give_the_same_book_where_nbgrader_grades(tmp_path):
    students = [
        Student("right", "", "Moodle", "", lambda b: b.other_right(0)),
        Student("wrong", "", "Moodle", "", lambda b: b.wrong_in(1, 0)),
        Student("untouched", "", "Moodle", "", lambda b: {}),
        Student("hidden", "", "Moodle", "", caught_by_hidden_cases),
    ]
    theirs, ours = graded_both_ways(tmp_path, students, ["02_rnn"])
    assert ours == theirs
    points = {key: value for key, value in theirs.items() if len(value) > 2}
    lost = {
        student: [
            name
            for (whose, _, name), (score, _, _, _, most, _) in points.items()
            if whose == student and score != most
        ]
        for student in ("s0000", "s0001", "s0002", "s0003")
    }
    tests = len(points) / len(students)
    assert lost["s0000"] == ["explain_context"]  # which nobody wrote
    assert len(lost["s0001"]) > tests / 2
    assert len(lost["s0002"]) == tests
    assert {"greedy_decode-1", "rnn_decoder-1"} <= set(lost["s0003"]) <= set(lost["s0001"])
