"""The trail of a submission stays: what was graded when, with which checks, what changed."""

import json
from pathlib import Path

import pytest

from grader.classroom import trail
from grader.classroom.trail import Step
from grader.grading import cluster, job
from grader.notebooks import notebook
from grader.notebooks.files import sha256
from tests.support import notebooks
from tests.support.planting import (
    NAME,
    RIGHT,
    WRONG,
    InProcess,
    by_answer,
    class_of,
    grade,
    hand_in,
    planted,
    ref,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cluster, "engine", InProcess().engine)
    monkeypatch.setattr(job, "work", by_answer)
    return notebooks.course(tmp_path, NAME)


def steps(root: Path, student: str = "ann") -> list[Step]:
    return trail.of(class_of(root), ref(student))


def test_each_grading_leaves_a_line_that_says_all(root: Path) -> None:
    hand_in(root, "ann", RIGHT)
    grade(root)
    [step] = steps(root)
    [(name, told)] = step.tests.items()
    assert (told, step.points, step.handed_in) == ("passed", (2, 2), "2026-03-01 12:00:00 UTC")
    handed = class_of(root).notebook(ref("ann")).read_bytes()
    assert step.file == sha256(handed)[:16]
    assert len(step.checks) == 12
    assert name.startswith("cut")


def test_another_file_shows_what_it_changed(root: Path) -> None:
    hand_in(root, "ann", WRONG)
    grade(root)
    hand_in(root, "ann", RIGHT)
    grade(root)
    first, second = trail.changes(steps(root))
    assert first == ["1 wrong: check.value"]
    assert second[0] == "another file"
    assert second[-1].endswith("wrong, check.value → passed")


def test_a_second_look_that_changes_nothing_is_in_it_too(root: Path) -> None:
    hand_in(root, "ann", RIGHT)
    grade(root)
    grade(root)  # nothing is new
    assert len(steps(root)) == 1
    grade(root, force=True)
    assert trail.changes(steps(root))[-1] == ["nothing changed"]


def test_other_checks_are_told_from_another_answer(root: Path) -> None:
    hand_in(root, "ann", RIGHT)
    grade(root)
    source = notebooks.lesson()
    notebook.cells_by_grade_id(source)["cut-1"].source = "FAIL = cut"
    notebooks.save(root, NAME, source)
    grade(root)
    changed = trail.changes(steps(root))[-1]
    assert "other checks" in changed
    assert "another file" not in changed
    assert steps(root)[-1].points[0] < steps(root)[0].points[0]


def test_what_could_not_be_graded_says_why_and_the_next_goes_on_from_before(root: Path) -> None:
    hand_in(root, "ann", RIGHT)
    grade(root)
    with planted(job, "work", RuntimeError("no such key")):
        grade(root, force=True)
    class_of(root).notebook(ref("ann")).write_text("{")
    grade(root)
    hand_in(root, "ann", WRONG)
    grade(root)
    _, fault, refused, last = trail.changes(steps(root))
    assert "no such key" in fault[0]
    assert "not JSON" in refused[0]
    assert any(each.endswith("passed → wrong, check.value") for each in last)
    assert [step.points and step.points[0] for step in steps(root)] == [2, 2, 0, 0]


def test_a_line_that_was_cut_off_costs_itself_alone(root: Path) -> None:
    hand_in(root, "ann", RIGHT)
    grade(root)
    log = class_of(root).log
    log.write_bytes(log.read_bytes() + log.read_bytes()[:40])
    grade(root, force=True)
    assert len(steps(root)) == 2


@pytest.mark.parametrize(
    "line", ["[]", "nothing", '{"student": "ann"}', "[" * 100_000, '{"student": 1, "points": [1]}']
)
def test_what_is_no_line_of_ours_is_passed_over(root: Path, line: str) -> None:
    hand_in(root, "ann", RIGHT)
    grade(root)
    with class_of(root).log.open("a") as file:
        file.write(line + "\n")
    assert len(steps(root)) == 1


def test_a_log_of_an_earlier_version_is_read(root: Path) -> None:
    folder = class_of(root)
    folder.path.mkdir(exist_ok=True)
    old = {"time": "2026-01-01", "student": "ann", "assignment": NAME, "said": "1 passed"}
    folder.log.write_text(json.dumps(old | {"seconds": {}}) + "\n")
    [step] = steps(root)
    assert (step.said, step.points) == ("1 passed", None)


def test_grades_are_never_lost_to_a_log_that_cannot_be_written(root: Path) -> None:
    hand_in(root, "ann", RIGHT)
    class_of(root).log.mkdir()
    [entry] = grade(root)
    assert entry.graded is not None


@pytest.mark.parametrize("mark", ["\x1b", "\x9b", "\u202e", "\u200b", "\u2028"])
def test_nothing_in_it_acts_on_a_terminal_and_nothing_is_lost(tmp_path: Path, mark: str) -> None:
    folder = class_of(tmp_path)
    folder.path.mkdir()
    trail.add(folder, ref(f"a{mark}b"), Step("2026-03-01", f"said {mark}"))
    assert mark not in folder.log.read_text(encoding="utf-8")
    assert trail.of(folder, ref(f"a{mark}b")) == [Step("2026-03-01", f"said {mark}")]
