"""Results in the gradebook and below autograded/, as nbgrader itself would have entered them."""

import json
import logging
import os
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from nbformat import NotebookNode, reads, writes
from nbformat.v4 import new_output
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import has_failed
from traitlets.config import PyFileConfigLoader

from grader.classroom.folder import class_config
from grader.errors import GradebookError
from grader.gradebook.book import Points, extend, points
from grader.gradebook.record import record, unrecordable
from grader.outcome import UNDECIDED, Graded, TestOutcome
from tests.support.classes import (
    ALL,
    NAME,
    RIGHT,
    STUBS,
    TESTS,
    assignment,
    hand_in,
    judged,
    new_class,
    sanitised,
    take,
)

ZEROS = dict.fromkeys(TESTS, (0, False))


@pytest.fixture
def class_dir(tmp_path: Path) -> Path:
    return new_class(tmp_path)


def autograded(class_dir: Path, student: str) -> dict[str, NotebookNode]:
    path = class_dir / "autograded" / student / NAME / f"{NAME}.ipynb"
    nb = reads(path.read_text(encoding="utf-8"), as_version=4)
    return {c.metadata.get("nbgrader", {}).get("grade_id", c.id): c for c in nb.cells}


def grades(class_dir: Path, student: str) -> dict[str, tuple[float | None, bool]]:
    """The automatic score of each test, and whether the gradebook asks a person to look."""
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        book = gradebook.find_submission_notebook(NAME, NAME, student)
        return {g.name: (g.auto_score, g.needs_manual_grade) for g in book.grades}


def comments(class_dir: Path, student: str) -> dict[str, str | None]:
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        book = gradebook.find_submission_notebook(NAME, NAME, student)
        return {comment.name: comment.comment for comment in book.comments}


def stderr(text: str) -> NotebookNode:
    return new_output("stream", name="stderr", text=text)


def number(text: str) -> NotebookNode:
    return new_output("execute_result", data={"text/plain": text})


# --- recording ---


def test_passed_tests_have_all_points(class_dir: Path) -> None:
    take(class_dir, "ann", ALL)
    assert points(class_dir, NAME) == [
        Points("ann", 9, 9, {"double": (5, 5), "half": (4, 4)}),
    ]


def test_every_other_outcome_scores_zero_and_says_why(class_dir: Path) -> None:
    outcomes = dict(zip(TESTS, ("wrong", "not_attempted", "crashed"), strict=True))
    take(class_dir, "ann", outcomes)
    cells = autograded(class_dir, "ann")
    errors = [cells[name].outputs[0] for name in TESTS]
    assert [error.ename for error in errors] == ["Mistake", "NotAttempted", "Crashed"]
    assert errors[0].evalue == "key.wrong: It was wrong."
    assert grades(class_dir, "ann") == ZEROS


def test_an_outcome_of_no_known_kind_scores_zero_whatever_the_cell_shows(class_dir: Path) -> None:
    take(class_dir, "ann", ALL | {"double-1": "Passed"}, double_1=[number("2")])
    [value, error] = autograded(class_dir, "ann")["double-1"].outputs
    assert (value.output_type, error.ename) == ("display_data", "NotRun")
    assert grades(class_dir, "ann") == {
        "double-1": (0, False),
        "double-2": (3, False),
        "half-1": (4, False),
    }


def test_a_test_without_a_result_scores_zero(class_dir: Path) -> None:
    take(class_dir, "ann", {"half-1": "passed"})
    assert [row.score for row in points(class_dir, NAME)] == [4]
    assert autograded(class_dir, "ann")["double-1"].outputs[0].ename == "NotRun"


def test_an_error_output_outweighs_an_outcome(class_dir: Path) -> None:
    error = new_output("error", ename="Mistake", evalue="a: b", traceback=[])
    take(class_dir, "ann", ALL, double_1=[number("2"), error])
    assert grades(class_dir, "ann")["double-1"] == (0, False)


def test_a_warning_in_a_test_costs_nothing_and_stays_readable(class_dir: Path) -> None:
    take(class_dir, "ann", ALL, double_1=[stderr("careful\n")], double=[stderr("mine\n")])
    cells = autograded(class_dir, "ann")
    assert points(class_dir, NAME)[0].score == 9
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
def test_a_last_value_is_partial_credit_within_the_points(class_dir: Path, values, scores) -> None:
    names = [name.replace("-", "_") for name in TESTS]
    take(class_dir, "ann", ALL, **{n: [number(v)] for n, v in zip(names, values, strict=True)})
    found = grades(class_dir, "ann")
    assert [found[name] for name in TESTS] == [(score, False) for score in scores]


def test_cells_that_are_not_there_score_zero_even_if_they_once_passed(class_dir: Path) -> None:
    take(class_dir, "ann", ALL)
    nb = reads(sanitised(class_dir, "ann").decode(), as_version=4)
    nb.cells = [c for c in nb.cells if not c.id.startswith("double")]
    graded = judged(writes(nb).encode(), {"half-1": "passed"})
    record(class_dir, "ann", NAME, graded)
    assert grades(class_dir, "ann") == ZEROS | {"half-1": (4, False)}
    assert comments(class_dir, "ann")["double"] == "No response."
    [error] = autograded(class_dir, "ann")["double-1"].outputs
    assert error.ename == "NotRun"
    assert "제출한 노트북" in error.evalue


def test_a_later_result_replaces_an_earlier_one(class_dir: Path) -> None:
    take(class_dir, "ann", ALL)
    take(class_dir, "ann", dict.fromkeys(TESTS, "wrong"))
    assert grades(class_dir, "ann") == ZEROS
    assert len(points(class_dir, NAME)) == 1


def test_a_manual_score_and_comment_survive_a_new_result(class_dir: Path) -> None:
    take(class_dir, "ann", dict.fromkeys(TESTS, "wrong"))
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        gradebook.find_grade("double-2", NAME, NAME, "ann").manual_score = 2.5
        gradebook.find_comment("double", NAME, NAME, "ann").manual_comment = "well argued"
        gradebook.db.commit()
    take(class_dir, "ann", dict.fromkeys(TESTS, "wrong"))
    assert points(class_dir, NAME)[0].score == 2.5
    assert comments(class_dir, "ann")["double"] == "well argued"
    unrecordable(class_dir, "ann", NAME, "cut short")
    assert points(class_dir, NAME)[0].score == 2.5


def test_recording_leaves_the_process_and_the_terminal_alone(class_dir: Path, capfd) -> None:
    here, environment = Path.cwd(), dict(os.environ)
    take(class_dir, "ann", ALL)
    assert (Path.cwd(), dict(os.environ)) == (here, environment)
    assert capfd.readouterr() == ("", "")


def test_what_else_a_student_handed_in_is_not_copied(class_dir: Path) -> None:
    path = hand_in(class_dir, "ann", assignment(RIGHT))
    path.with_name("secret.txt").symlink_to("/etc/hostname")
    take(class_dir, "ann", ALL)
    assert os.listdir(class_dir / "autograded" / "ann" / NAME) == [path.name]


def test_a_result_that_nbgrader_cannot_read_is_an_error(class_dir: Path) -> None:
    take(class_dir, "ann", ALL)
    before = autograded(class_dir, "ann")
    with pytest.raises(GradebookError, match="ann"):
        record(class_dir, "ann", NAME, Graded(b"{}", (), {}))
    assert autograded(class_dir, "ann") == before


LATE = "c = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"


@pytest.mark.parametrize(
    ("when", "score"),
    [("2026-03-02 00:00:00 UTC", 0), ("2026-02-28", 9), ("next week", 9), ("", 9)],
)
def test_late_penalties_of_nbgraders_configuration_count(class_dir: Path, when, score) -> None:
    (class_dir.parent / "nbgrader_config.py").write_text(LATE)
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-03-01 00:00:00 UTC")
    hand_in(class_dir, "ann", assignment(RIGHT)).with_name("timestamp.txt").write_text(when)
    take(class_dir, "ann", ALL)
    assert points(class_dir, NAME)[0].score == score


@pytest.mark.parametrize(("days", "score"), [(None, 0), (0.5, 0), (1, 9)])
def test_an_extension_moves_the_due_date_of_one_student(class_dir: Path, days, score) -> None:
    (class_dir.parent / "nbgrader_config.py").write_text(LATE)
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-03-01 00:00:00 UTC")
    for student in ("ann", "bob"):
        path = hand_in(class_dir, student, assignment(RIGHT))
        path.with_name("timestamp.txt").write_text("2026-03-02 00:00:00 UTC")
    extend(class_dir, "ann", NAME, timedelta(days=days) if days else None)
    for student in ("ann", "bob"):
        take(class_dir, student, ALL)
    assert [row.score for row in points(class_dir, NAME)] == [score, 0]


def test_an_extension_of_what_is_never_due_costs_nothing(class_dir: Path) -> None:
    path = hand_in(class_dir, "ann", assignment(RIGHT))
    path.with_name("timestamp.txt").write_text("2026-03-02 00:00:00 UTC")
    extend(class_dir, "ann", NAME, timedelta(days=3))
    take(class_dir, "ann", ALL)
    assert points(class_dir, NAME)[0].score == 9


def test_a_submission_of_unknown_time_does_not_inherit_an_earlier_ones(class_dir: Path) -> None:
    (class_dir.parent / "nbgrader_config.py").write_text(LATE)
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-03-01 00:00:00 UTC")
    stamp = hand_in(class_dir, "ann", assignment(RIGHT)).with_name("timestamp.txt")
    stamp.write_text("2026-03-02 00:00:00 UTC")
    take(class_dir, "ann", ALL)
    assert points(class_dir, NAME)[0].score == 0
    stamp.unlink()
    take(class_dir, "ann", ALL)
    assert points(class_dir, NAME)[0].score == 9


def test_a_test_that_is_undecided_waits_for_a_person_and_the_others_count(class_dir: Path) -> None:
    hand_in(class_dir, "ann", assignment(RIGHT))
    graded = judged(sanitised(class_dir, "ann"), ALL)
    open_test = TestOutcome("double-2", "not_run", UNDECIDED, "Somebody will look at it.")
    tests = tuple(open_test if t.grade_id == "double-2" else t for t in graded.tests)
    record(class_dir, "ann", NAME, replace(graded, tests=tests))
    assert grades(class_dir, "ann") == {
        "double-1": (2, False),
        "double-2": (None, True),
        "half-1": (4, False),
    }
    assert comments(class_dir, "ann")["double"] == "Somebody will look at it."
    assert points(class_dir, NAME)[0].score == 6


# --- submissions that cannot be graded ---


def test_an_unreadable_submission_has_zeros_and_its_reason(class_dir: Path) -> None:
    unrecordable(class_dir, "ann", NAME, "the file is <b>cut</b> short")
    assert points(class_dir, NAME) == [
        Points("ann", 0, 9, {"double": (0, 5), "half": (0, 4)}),
    ]
    assert grades(class_dir, "ann") == ZEROS
    assert comments(class_dir, "ann") == {
        "double": "    the file is <b>cut</b> short",
        "half": "No response.",
    }
    cells = autograded(class_dir, "ann")
    assert cells["reason"].source == "    the file is <b>cut</b> short"
    assert "cut</b> short" in cells["half-1"].outputs[0].evalue


def test_no_reason_is_too_odd_to_record(class_dir: Path) -> None:
    unrecordable(class_dir, "ann", NAME, "half a pair: \ud800, and nul: \0")
    assert "half a pair: ?, and nul: \0" in comments(class_dir, "ann")["double"]


def test_a_repaired_submission_loses_the_reason(class_dir: Path) -> None:
    unrecordable(class_dir, "ann", NAME, "the file is cut short")
    take(class_dir, "ann", ALL)
    assert comments(class_dir, "ann") == {"double": None, "half": None}
    assert points(class_dir, NAME)[0].score == 9


# --- nbgrader itself ---


def records(class_dir: Path) -> list[dict[str, object]]:
    """Everything the gradebook says of submissions, but for ids and times."""
    found = []
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        for submission in gradebook.assignment_submissions(NAME):
            found.append(submission.to_dict())
            for book in submission.notebooks:
                found += [each.to_dict() for each in (book, *book.grades, *book.comments)]
    for each in found:
        del each["id"]
        each.pop("timestamp", None)
    return sorted(found, key=lambda each: json.dumps(each, sort_keys=True))


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_the_gradebook_equals_that_of_nbgrader_autograde(
    class_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    partly = {"double": STUBS["double"], "half": "def half(x):\n    return x // 2"}
    for student, answers in {"all": RIGHT, "partly": partly}.items():
        hand_in(class_dir, student, assignment(answers))
    stock = shutil.copytree(class_dir, tmp_path / "stock")
    monkeypatch.setattr(logging.getLogger("traitlets"), "level", logging.CRITICAL)

    config = class_config(stock)
    config.CourseDirectory.assignment_id = NAME
    Autograde(coursedir=CourseDirectory(config=config), config=config).start()
    for student in ("all", "partly"):
        path = stock / "autograded" / student / NAME / f"{NAME}.ipynb"
        cells = reads(path.read_text(encoding="utf-8"), as_version=4).cells
        ran = {c.id: c for c in cells if c.cell_type == "code"}
        outputs = {name.replace("-", "_"): c.outputs for name, c in ran.items()}
        outcomes = {name: "wrong" if has_failed(ran[name]) else "passed" for name in TESTS}
        graded = judged(sanitised(class_dir, student), outcomes, **outputs)
        record(class_dir, student, NAME, graded)

    assert records(class_dir) == records(stock)
    assert [(row.student, row.score) for row in points(class_dir, NAME)] == [
        ("all", 9),
        ("partly", 2.5),
    ]


@pytest.mark.filterwarnings("ignore")
def test_nbgraders_feedback_shows_points_and_messages(
    class_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("traitlets"), "level", logging.CRITICAL)
    take(class_dir, "ann", ALL | {"double-2": "wrong"})
    config = class_config(class_dir)
    config.CourseDirectory.assignment_id = NAME
    GenerateFeedback(coursedir=CourseDirectory(config=config), config=config).start()
    page = (class_dir / "feedback" / "ann" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert "Score: 6.0 / 9.0" in page
    assert "It was wrong." in page


def test_the_formgrader_lists_what_was_graded(class_dir: Path) -> None:
    take(class_dir, "ann", ALL | {"double-2": "wrong"})
    api = NbGraderAPI(CourseDirectory(config=class_config(class_dir)))
    [found] = api.get_submissions(NAME)
    shown = (found["student"], found["autograded"], found["score"], found["max_score"])
    assert shown == ("ann", True, 6, 9)


def test_nbgraders_own_commands_find_the_class() -> None:
    root = Path(__file__).resolve().parents[2]
    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    theirs, ours = (
        CourseDirectory(config=config),
        CourseDirectory(config=class_config(root / "class")),
    )
    for step in ("submitted", "autograded", "feedback"):
        folders = [
            d.format_path(getattr(d, f"{step}_directory"), "ann", NAME) for d in (theirs, ours)
        ]
        assert folders[0] == folders[1]
    assert theirs.db_url == ours.db_url
