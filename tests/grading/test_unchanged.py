"""Grading with nothing new starts nothing; whatever a grade comes of is looked at again."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.classroom import faults
from grader.gradebook import deadlines
from grader.gradebook.session import opened
from grader.grading import cluster, job
from grader.grading.options import Options
from grader.grading.unchanged import Unchanged
from grader.limits import Limits
from tests.support import notebooks
from tests.support.planting import (
    NAME,
    RIGHT,
    WRONG,
    class_of,
    grade,
    hand_in,
    planted,
    points,
    ref,
)

pytestmark = pytest.mark.usefixtures("in_process")
STARTED = RuntimeError("an engine was started")


def starts_nothing(root: Path, **options) -> bool:
    """Whether grading again finds that nothing is to do, without an engine."""
    with planted(cluster, "engine", STARTED, ""):
        try:
            entries = grade(root, **options)
        except RuntimeError as error:
            assert error is STARTED  # noqa: PT017
            return False
    assert not any(entry.new for entry in entries)
    return True


def test_with_nothing_new_no_engine_is_started_and_every_result_is_told(root):
    before = points(root)
    assert starts_nothing(root)
    assert [entry.graded.tests[0].outcome for entry in grade(root)] == ["passed", "wrong"]
    assert points(root) == before


def due(root: Path) -> None:
    with opened(class_of(root)) as book:
        deadlines.write(book, NAME, datetime(2026, 1, 1, tzinfo=UTC))


def another_source(root: Path) -> None:
    notebooks.save(root, NAME, notebooks.lesson(notebooks.text("더", "More")))


CHANGES: dict[str, Callable[[Path], object]] = {
    "an answer": lambda root: hand_in(root, "ann", WRONG),
    "when it was handed in": lambda root: class_of(root).timestamp(ref("ann")).write_text("now"),
    "a submission more": lambda root: hand_in(root, "cho", RIGHT),
    "the course": another_source,
    "the due date": due,
    "an extension": lambda root: class_of(root).roster.write_text(f"id,extension:{NAME}\nann,2\n"),
    "nbgrader's configuration": lambda root: (root / "nbgrader_config.py").write_text(
        "get_config().LateSubmissionPlugin.penalty_method = 'zero'\n"
    ),
    "the gradebook": lambda root: class_of(root).gradebook.unlink(),
    "the graded notebook": lambda root: class_of(root).graded(ref("ann")).unlink(),
    "what was kept": lambda root: class_of(root).result(ref("ann")).unlink(),
    "a fault of ours": lambda root: faults.note(class_of(root), ref("ann"), "a full disk"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_grade_comes_of_is_looked_at_again(root, change):
    CHANGES[change](root)
    assert not starts_nothing(root)


@pytest.mark.parametrize("options", [{"force": True}, {"reading": 1}])
def test_so_is_what_is_asked_for(root, options):
    assert not starts_nothing(root, **options)


def test_what_is_the_same_after_a_second_look_need_not_be_looked_at_a_third_time(root):
    path = class_of(root).result(ref("ann"))
    path.write_text(json.dumps(json.loads(path.read_text()) | {"inputs": "other"}))
    with planted(job, "work", STARTED):
        assert not any(entry.new for entry in grade(root))
    assert starts_nothing(root)


def test_one_that_cannot_be_graded_is_told_with_its_reason_each_time(root):
    class_of(root).notebook(ref("bob")).write_text("no notebook")
    [_, first] = grade(root)
    assert starts_nothing(root)
    [_, again] = grade(root)
    assert (again.reason, again.new) == (first.reason, False) != ("", True)


def test_a_limit_is_part_of_what_a_grade_comes_of(root):
    def inputs(limits: Limits) -> str:
        return Unchanged(root, class_of(root), Options(limits), {}).inputs(ref("ann"))

    assert inputs(Limits()) == inputs(Limits()) != inputs(Limits(cell=30))
