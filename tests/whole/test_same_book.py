"""For honest submissions the gradebook is the one that nbgrader's own autograde writes."""

import pytest

from grader.classroom.folder import ClassFolder
from grader.course import sources
from grader.grading import run
from grader.limits import Limits
from grader.sample import CLASS
from tools import bench

pytestmark = pytest.mark.slow

# Of the sample class; `make bench` compares all that are honest.
STUDENTS = [student for student in CLASS if student.id in ("ellis-ward", "lee-dasom")]


def test_the_gradebook_equals_that_of_nbgrader_record_by_record(tmp_path):
    names = sources.assignments(bench.ROOT)
    count = len(names) * len(STUDENTS)
    theirs, ours = ClassFolder(tmp_path / "stock"), ClassFolder(tmp_path / "engine")
    bench.hand_in(theirs, count, tagged=True, students=STUDENTS)
    bench.hand_in(ours, count, students=STUDENTS)
    for name in names:
        bench.stock(theirs, name)
    options = run.Options(Limits(), sealed=False)
    list(run.grade_class(bench.ROOT, ours, names, options))
    records = bench.records(theirs)
    assert len(records) > 40 * len(names)
    assert bench.records(ours) == records
