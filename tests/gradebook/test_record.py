"""Results in the gradebook and below autograded/, as nbgrader itself would have entered them."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from nbformat import NotebookNode, reads, writes
from nbformat.v4 import new_output
from nbgrader import preprocessors as stock
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde

from grader.classroom.folder import ClassFolder, Ref
from grader.errors import GradebookError, NotebookError
from grader.gradebook import engine
from grader.gradebook.address import db_url
from grader.gradebook.record import Replay
from grader.gradebook.scores import Points
from grader.outcome import OPEN, Graded, TestOutcome
from tests.support.classes import (
    ALL,
    ANN,
    NAME,
    RIGHT,
    TESTS,
    assignment,
    hand_in,
    judged,
    new_class,
    points,
    recorded,
    records,
    refused,
    sanitised,
    take,
)

ZEROS = dict.fromkeys(TESTS, (0, False))


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return new_class(tmp_path)


def autograded(folder: ClassFolder, student: str) -> dict[str, NotebookNode]:
    path = folder.graded(Ref(student, NAME))
    nb = reads(path.read_text(encoding="utf-8"), as_version=4)
    return {c.metadata.get("nbgrader", {}).get("grade_id", c.id): c for c in nb.cells}


def grades(folder: ClassFolder, student: str) -> dict[str, tuple[float | None, bool]]:
    """The automatic score of each test, and whether the gradebook asks a person to look."""
    with Gradebook(db_url(folder)) as gradebook:
        book = gradebook.find_submission_notebook(NAME, NAME, student)
        return {g.name: (g.auto_score, g.needs_manual_grade) for g in book.grades}


def comments(folder: ClassFolder, student: str) -> dict[str, str | None]:
    with Gradebook(db_url(folder)) as gradebook:
        book = gradebook.find_submission_notebook(NAME, NAME, student)
        return {comment.name: comment.comment for comment in book.comments}


def stderr(text: str) -> NotebookNode:
    return new_output("stream", name="stderr", text=text)


def number(text: str) -> NotebookNode:
    return new_output("execute_result", data={"text/plain": text})


# --- recording ---


def test_passed_tests_have_all_points(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    assert points(folder) == [
        Points("ann", 9, 9, {"double": (5, 5), "half": (4, 4)}),
    ]


def test_every_other_outcome_scores_zero_and_says_why(folder: ClassFolder) -> None:
    outcomes = dict(zip(TESTS, ("wrong", "not_attempted", "crashed"), strict=True))
    take(folder, "ann", outcomes)
    cells = autograded(folder, "ann")
    errors = [cells[name].outputs[0] for name in TESTS]
    assert [error.ename for error in errors] == ["Mistake", "NotAttempted", "Crashed"]
    assert errors[0].evalue == "key.wrong: It was wrong."
    assert grades(folder, "ann") == ZEROS


def test_an_outcome_of_no_known_kind_scores_zero_whatever_the_cell_shows(
    folder: ClassFolder,
) -> None:
    take(folder, "ann", ALL | {"double-1": "Passed"}, double_1=[number("2")])
    [value, error] = autograded(folder, "ann")["double-1"].outputs
    assert (value.output_type, error.ename) == ("display_data", "NotRun")
    assert grades(folder, "ann") == {
        "double-1": (0, False),
        "double-2": (3, False),
        "half-1": (4, False),
    }


def test_a_test_without_a_result_scores_zero(folder: ClassFolder) -> None:
    take(folder, "ann", {"half-1": "passed"})
    assert [row.score for row in points(folder)] == [4]
    assert autograded(folder, "ann")["double-1"].outputs[0].ename == "NotRun"


def test_an_error_output_outweighs_an_outcome(folder: ClassFolder) -> None:
    error = new_output("error", ename="Mistake", evalue="a: b", traceback=[])
    take(folder, "ann", ALL, double_1=[number("2"), error])
    assert grades(folder, "ann")["double-1"] == (0, False)


def test_a_warning_in_a_test_costs_nothing_and_stays_readable(folder: ClassFolder) -> None:
    take(folder, "ann", ALL, double_1=[stderr("careful\n")], double=[stderr("mine\n")])
    cells = autograded(folder, "ann")
    assert points(folder)[0].score == 9
    assert [(o.name, o.text) for o in cells["double-1"].outputs] == [("stdout", "careful\n")]
    assert cells["double"].outputs[0].name == "stderr"


@pytest.mark.parametrize(
    ("values", "scores"),
    [
        (("0", "1.5", "True"), (0, 1.5, 4)),
        (("2.5", "-1", "nan"), (0, 0, 0)),
        (("", "3", "inf"), (0, 3, 0)),
    ],
)
def test_a_last_value_is_partial_credit_within_the_points(
    folder: ClassFolder, values, scores
) -> None:
    names = [name.replace("-", "_") for name in TESTS]
    take(folder, "ann", ALL, **{n: [number(v)] for n, v in zip(names, values, strict=True)})
    found = grades(folder, "ann")
    assert [found[name] for name in TESTS] == [(score, False) for score in scores]


def test_cells_that_are_not_there_score_zero_even_if_they_once_passed(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    nb = reads(sanitised(folder, "ann").decode(), as_version=4)
    nb.cells = [c for c in nb.cells if not c.id.startswith("double")]
    graded = judged(writes(nb).encode(), {"half-1": "passed"})
    recorded(folder, "ann", graded)
    assert grades(folder, "ann") == ZEROS | {"half-1": (4, False)}
    assert comments(folder, "ann")["double"] == "No response."
    [error] = autograded(folder, "ann")["double-1"].outputs
    assert error.ename == "NotRun"
    assert "제출한 노트북" in error.evalue


def test_a_later_result_replaces_an_earlier_one(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    take(folder, "ann", dict.fromkeys(TESTS, "wrong"))
    assert grades(folder, "ann") == ZEROS
    assert len(points(folder)) == 1


def test_a_manual_score_and_comment_survive_a_new_result(folder: ClassFolder) -> None:
    take(folder, "ann", dict.fromkeys(TESTS, "wrong"))
    with Gradebook(db_url(folder)) as gradebook:
        gradebook.find_grade("double-2", NAME, NAME, "ann").manual_score = 2.5
        gradebook.find_comment("double", NAME, NAME, "ann").manual_comment = "well argued"
        gradebook.db.commit()
    take(folder, "ann", dict.fromkeys(TESTS, "wrong"))
    assert points(folder)[0].score == 2.5
    assert comments(folder, "ann")["double"] == "well argued"
    refused(folder, "ann", "cut short")
    assert points(folder)[0].score == 2.5


def test_recording_leaves_the_process_and_the_terminal_alone(folder: ClassFolder, capfd) -> None:
    here, environment = Path.cwd(), dict(os.environ)
    take(folder, "ann", ALL)
    assert (Path.cwd(), dict(os.environ)) == (here, environment)
    assert capfd.readouterr() == ("", "")


def test_what_else_a_student_handed_in_is_not_copied(folder: ClassFolder) -> None:
    path = hand_in(folder, "ann", assignment(RIGHT))
    path.with_name("secret.txt").symlink_to("/etc/hostname")
    take(folder, "ann", ALL)
    assert os.listdir(folder.graded(ANN).parent) == [path.name]


def test_a_result_that_nbgrader_cannot_read_is_an_error(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    before = autograded(folder, "ann"), records(folder)
    with pytest.raises(NotebookError, match="not a notebook"):
        recorded(folder, "ann", Graded(b"{}", (), {}))
    assert (autograded(folder, "ann"), records(folder)) == before


@pytest.mark.parametrize("student", ["ann", "bob"])
@pytest.mark.parametrize(
    ("kind", "step"),
    [
        (Replay, "preprocess"),
        (stock.SaveAutoGrades, "preprocess"),
        (stock.AssignLatePenalties, "preprocess"),
        (Autograde, "set_permissions"),
    ],
)
def test_an_error_on_the_way_leaves_everything_as_it_was(
    folder: ClassFolder, monkeypatch: pytest.MonkeyPatch, kind, step, student
) -> None:
    def fail(*_) -> None:
        raise ZeroDivisionError

    take(folder, "ann", ALL)
    hand_in(folder, "bob", assignment(RIGHT))
    folder.timestamp(Ref(student, NAME)).write_text("2026-03-02 00:00:00 UTC")
    graded = judged(sanitised(folder, student), dict.fromkeys(ALL, "wrong"))
    before = files(folder), records(folder)
    monkeypatch.setattr(kind, step, fail)
    with pytest.raises(ZeroDivisionError):
        recorded(folder, student, graded)
    monkeypatch.undo()
    assert (files(folder), records(folder)) == before


def test_a_gradebook_that_somebody_else_writes_into_for_long_stays_as_it_was(
    folder: ClassFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(folder, "ann", ALL)
    graded = judged(sanitised(folder, "ann"), dict.fromkeys(ALL, "wrong"))
    before = files(folder), records(folder)
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    with closing(sqlite3.connect(folder.gradebook)) as another:
        another.execute("begin immediate")
        with pytest.raises(GradebookError, match="database is locked"):
            recorded(folder, "ann", graded)
    assert (files(folder), records(folder)) == before


def files(folder: ClassFolder) -> dict[Path, bytes]:
    """What stands below autograded/."""
    found = folder.step("autograded").rglob("*")
    return {path: path.read_bytes() for path in found if path.is_file()}


@pytest.mark.parametrize("key", OPEN)
def test_a_test_that_is_undecided_waits_for_a_person_and_the_others_count(
    folder: ClassFolder, key: str
) -> None:
    hand_in(folder, "ann", assignment(RIGHT))
    graded = judged(sanitised(folder, "ann"), ALL)
    open_test = TestOutcome("double-2", "not_run", key, "Somebody will look at it.")
    tests = tuple(open_test if t.grade_id == "double-2" else t for t in graded.tests)
    recorded(folder, "ann", replace(graded, tests=tests))
    assert grades(folder, "ann") == {
        "double-1": (2, False),
        "double-2": (None, True),
        "half-1": (4, False),
    }
    assert comments(folder, "ann")["double"] == "Somebody will look at it."
    assert points(folder)[0].score == 6


# --- submissions that cannot be graded ---


def test_an_unreadable_submission_has_zeros_and_its_reason(folder: ClassFolder) -> None:
    refused(folder, "ann", "the file is <b>cut</b> short")
    assert points(folder) == [
        Points("ann", 0, 9, {"double": (0, 5), "half": (0, 4)}),
    ]
    assert grades(folder, "ann") == ZEROS
    assert comments(folder, "ann") == {
        "double": "    the file is <b>cut</b> short",
        "half": "No response.",
    }
    cells = autograded(folder, "ann")
    assert cells["reason"].source == "    the file is <b>cut</b> short"
    assert "cut</b> short" in cells["half-1"].outputs[0].evalue


def test_no_reason_is_too_odd_to_record(folder: ClassFolder) -> None:
    refused(folder, "ann", "half a pair: \ud800, and nul: \0")
    assert "half a pair: ?, and nul: \ufffd" in comments(folder, "ann")["double"]


def test_a_repaired_submission_loses_the_reason(folder: ClassFolder) -> None:
    refused(folder, "ann", "the file is cut short")
    take(folder, "ann", ALL)
    assert comments(folder, "ann") == {"double": None, "half": None}
    assert points(folder)[0].score == 9
