"""The gradebook: what is registered, sanitised, recorded and read back."""

import json
import logging
import os
import shutil
from pathlib import Path

import pytest
from nbformat import NotebookNode, reads, writes
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import has_failed
from traitlets.config import PyFileConfigLoader

from grader import record as room
from grader.outcome import Graded, TestOutcome
from grader.record import class_config, points, record, register, sanitise, unrecordable

NAME = "01_numbers"
HIDDEN = "### BEGIN HIDDEN TESTS\nassert double(-3) == -6\n### END HIDDEN TESTS"
STUBS = {
    "double": "def double(x):\n    raise NotImplementedError",
    "half": "def half(x):\n    raise NotImplementedError",
}
RIGHT = {"double": "def double(x):\n    return x + x", "half": "def half(x):\n    return x / 2"}
TESTS = {
    "double-1": (2, "assert double(4) == 8"),
    "double-2": (3, f"assert double(0) == 0\n{HIDDEN}"),
    "half-1": (4, "2.5 if half(5) == 2 else 4 * (half(5) == 2.5)"),
}


def cell(source: str, grade_id: str, **marks: object) -> NotebookNode:
    marks = {"schema_version": 3, "grade": False, "solution": False, "locked": False} | marks
    marks |= {"grade_id": grade_id, "task": False}
    return new_code_cell(source, id=grade_id, metadata={"nbgrader": marks})


def assignment(
    answers: dict[str, str] = STUBS, tests: dict[str, tuple[float, str]] = TESTS
) -> NotebookNode:
    cells = [new_markdown_cell("# Numbers", id="title")]
    for name, source in answers.items():
        cells.append(cell(source, name, solution=True))
        for test, (worth, code) in tests.items():
            if test.startswith(f"{name}-"):
                cells.append(cell(code, test, grade=True, locked=True, points=worth))
    cells.append(cell("print('the end')", "the-end", locked=True))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


@pytest.fixture(scope="module")
def registered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class folder made once: a new gradebook takes seconds, since nbgrader starts alembic."""
    folder = tmp_path_factory.mktemp("course") / "class"
    path = os.environ["PATH"]
    os.environ["PATH"] = "/nowhere"
    try:
        register(folder, NAME, assignment())
        assert os.environ["PATH"] == "/nowhere"
    finally:
        os.environ["PATH"] = path
    return folder


@pytest.fixture
def class_dir(registered: Path, tmp_path: Path) -> Path:
    return shutil.copytree(registered, tmp_path / "class")


def hand_in(class_dir: Path, student: str, content: NotebookNode | str | bytes) -> Path:
    path = class_dir / "submitted" / student / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = content if isinstance(content, str | bytes) else writes(content)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def judged(notebook: bytes, outcomes: dict[str, str], **outputs: list[NotebookNode]) -> Graded:
    """A hand-made result; `outputs` by grade_id, with `_` for a dash."""
    nb = reads(notebook.decode(), as_version=4)
    for each in nb.cells:
        name = each.metadata.get("nbgrader", {}).get("grade_id", "").replace("-", "_")
        each.update({"outputs": outputs[name]} if name in outputs else {})
    tests = [
        TestOutcome(name, outcome)
        if outcome == "passed"
        else TestOutcome(name, outcome, f"key.{outcome}", f"It was {outcome}.")
        for name, outcome in outcomes.items()
    ]
    return Graded(writes(nb).encode(), tuple(tests), {"total": 0.1})


def take(class_dir: Path, student: str, outcomes: dict[str, str], **outputs) -> None:
    """Hand in the right answers, and record what the test says became of them."""
    hand_in(class_dir, student, assignment(RIGHT))
    record(
        class_dir, student, NAME, judged(sanitise(class_dir, student, NAME), outcomes, **outputs)
    )


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


ALL = dict.fromkeys(TESTS, "passed")
ZEROS = dict.fromkeys(TESTS, (0, False))


# --- registering ---


def identities(class_dir: Path) -> dict[str, str]:
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        return {c.name: c.id for c in gradebook.find_notebook(NAME, NAME).source_cells}


def test_registering_stores_points_and_hidden_tests(class_dir: Path) -> None:
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        book = gradebook.find_notebook(NAME, NAME)
        assert {c.name: c.max_score for c in book.grade_cells} == {
            name: worth for name, (worth, _) in TESTS.items()
        }
        assert any(HIDDEN in c.source for c in book.source_cells)
        assert gradebook.find_assignment(NAME).duedate is None


def test_registering_the_same_again_changes_nothing(class_dir: Path) -> None:
    before = identities(class_dir)
    register(class_dir, NAME, assignment())
    assert identities(class_dir) == before


def test_a_due_date_survives_registering(class_dir: Path) -> None:
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-03-01")
    register(class_dir, NAME, assignment(tests=TESTS | {"half-1": (5, "assert half(4) == 2")}))
    with Gradebook(class_config(class_dir).CourseDirectory.db_url) as gradebook:
        assert gradebook.find_assignment(NAME).duedate.year == 2026


def test_changed_points_update_a_graded_assignment(class_dir: Path) -> None:
    take(class_dir, "ann", ALL)
    register(class_dir, NAME, assignment(tests=TESTS | {"double-1": (7, "assert double(1) == 2")}))
    assert points(class_dir, NAME)[0].max_score == 14


def test_a_new_test_is_refused_once_there_are_submissions(class_dir: Path) -> None:
    take(class_dir, "ann", ALL)
    more = TESTS | {"half-2": (1, "assert half(0) == 0")}
    with pytest.raises(room.AssignmentChangedError, match="half-2"):
        register(class_dir, NAME, assignment(tests=more))


def test_an_unknown_assignment_is_said_to_be_unregistered(class_dir: Path, tmp_path: Path) -> None:
    with pytest.raises(room.NotRegisteredError, match="02_other"):
        points(class_dir, "02_other")
    with pytest.raises(room.NotRegisteredError, match="no gradebook"):
        points(tmp_path / "elsewhere", NAME)


# --- sanitising ---


def sanitised(class_dir: Path, content: NotebookNode | str | bytes) -> list[NotebookNode]:
    hand_in(class_dir, "ann", content)
    return reads(sanitise(class_dir, "ann", NAME).decode(), as_version=4).cells


def test_sanitising_restores_tests_and_drops_outputs(class_dir: Path) -> None:
    nb = assignment(RIGHT)
    nb.cells[2].source = "pass"
    nb.cells[2].metadata.nbgrader.points = 1000
    nb.cells[3].source = nb.cells[3].source.replace(HIDDEN, "")
    nb.cells[1].outputs = [new_output("stream", text="mine")]
    cells = sanitised(class_dir, nb)
    assert cells[2].source == "assert double(4) == 8"
    assert cells[2].metadata.nbgrader.points == 2
    assert HIDDEN in cells[3].source
    assert cells[1].outputs == []
    assert cells[1].source == RIGHT["double"]


def test_sanitising_writes_nothing(class_dir: Path) -> None:
    hand_in(class_dir, "ann", assignment(RIGHT))
    before = sorted(class_dir.rglob("*"))
    here = Path.cwd()
    sanitise(class_dir, "ann", NAME)
    assert sorted(class_dir.rglob("*")) == before
    assert Path.cwd() == here


def test_of_a_repeated_cell_the_last_one_counts(class_dir: Path) -> None:
    nb = assignment(RIGHT)
    nb.cells.insert(1, cell("def double(x):\n    return 0", "double", solution=True))
    nb.cells[1].id = "copy"
    cells = sanitised(class_dir, nb)
    assert "nbgrader" not in cells[1].metadata
    assert cells[2].metadata.nbgrader.grade_id == "double"


def test_a_cell_pasted_from_another_assignment_is_an_ordinary_cell(class_dir: Path) -> None:
    nb = assignment(RIGHT)
    nb.cells.append(cell("assert True", "stranger-1", grade=True, locked=True, points=50))
    assert "nbgrader" not in sanitised(class_dir, nb)[-1].metadata


def test_missing_cell_ids_and_broken_outputs_do_no_harm(class_dir: Path) -> None:
    content = json.loads(writes(assignment(RIGHT)))
    content["nbformat_minor"] = 0
    for each in content["cells"]:
        del each["id"]
        each.update({"outputs": [{"what": 1}]} if each["cell_type"] == "code" else {})
    assert len({c.id for c in sanitised(class_dir, json.dumps(content))}) == len(content["cells"])


def broken(**marks: object) -> NotebookNode:
    nb = assignment(RIGHT)
    nb.cells[2].metadata.nbgrader.update(marks)
    return nb


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", room.NotJSONError),
        (b"PK\x03\x04\xff\xfe", room.NotJSONError),
        (writes(assignment())[:300], room.NotJSONError),
        ("[" * 100_000, room.NotJSONError),
        ("[1, 2]", room.NotANotebookError),
        ('{"cells": [1]}', room.NotANotebookError),
        ('{"cells": [], "nbformat": 3, "metadata": {}}', room.NotANotebookError),
        ('{"cells": [], "nbformat": 4, "metadata": []}', room.NotANotebookError),
        (
            '{"cells": [{"cell_type": "film"}], "nbformat": 4, "metadata": {}}',
            room.NotANotebookError,
        ),
        (writes(assignment()).replace("Numbers", "\\ud800"), room.NotANotebookError),
        (broken(schema_version=2), room.MetadataError),
        (broken(schema_version=4), room.MetadataError),
        (broken(schema_version="x"), room.MetadataError),
        (broken(solution=True), room.MetadataError),
        (broken(points="many"), room.MetadataError),
        (broken(extra={"a": []}), room.MetadataError),
    ],
)
def test_a_bad_notebook_has_an_error_of_its_own(class_dir: Path, content, error) -> None:
    with pytest.raises(error) as raised:
        sanitised(class_dir, content)
    assert isinstance(raised.value, room.SubmissionError)
    assert len(str(raised.value)) < 300


def test_a_notebook_that_is_missing_or_a_link_was_not_handed_in(class_dir: Path) -> None:
    other = hand_in(class_dir, "bob", assignment(RIGHT))
    link = class_dir / "submitted" / "ann" / NAME / f"{NAME}.ipynb"
    link.parent.mkdir(parents=True)
    with pytest.raises(room.NotHandedInError):
        sanitise(class_dir, "ann", NAME)
    link.symlink_to(other)
    with pytest.raises(room.NotHandedInError):
        sanitise(class_dir, "ann", NAME)


@pytest.mark.parametrize("name", ["..", "", "a/b", "../../etc"])
def test_a_student_is_a_folder_name(class_dir: Path, name: str) -> None:
    with pytest.raises(ValueError, match="folder"):
        sanitise(class_dir, name, NAME)


# --- recording ---


def test_passed_tests_have_all_points(class_dir: Path) -> None:
    take(class_dir, "ann", ALL)
    assert points(class_dir, NAME) == [
        room.Points("ann", 9, 9, {"double": (5, 5), "half": (4, 4)}),
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


def test_deleted_cells_score_zero_even_if_they_once_passed(class_dir: Path) -> None:
    take(class_dir, "ann", ALL)
    nb = assignment(RIGHT)
    nb.cells = [c for c in nb.cells if not c.id.startswith("double")]
    hand_in(class_dir, "ann", nb)
    graded = judged(sanitise(class_dir, "ann", NAME), {"half-1": "passed"})
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
    with pytest.raises(room.RecordError, match="ann"):
        record(class_dir, "ann", NAME, Graded(b"{}", (), {}))
    assert not (class_dir / "autograded" / "ann" / NAME).exists()


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


# --- submissions that cannot be graded ---


def test_an_unreadable_submission_has_zeros_and_its_reason(class_dir: Path) -> None:
    unrecordable(class_dir, "ann", NAME, "the file is <b>cut</b> short")
    assert points(class_dir, NAME) == [
        room.Points("ann", 0, 9, {"double": (0, 5), "half": (0, 4)}),
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
    wrong = {
        "double": "def double(x):\n    return x * x",
        "half": "def half(x):\n    return x // 2",
    }
    for student, answers in {"right": RIGHT, "wrong": wrong, "untouched": STUBS}.items():
        hand_in(class_dir, student, assignment(answers))
    stock = shutil.copytree(class_dir, tmp_path / "stock")
    monkeypatch.setattr(logging.getLogger("traitlets"), "level", logging.CRITICAL)

    config = class_config(stock)
    config.CourseDirectory.assignment_id = NAME
    Autograde(coursedir=CourseDirectory(config=config), config=config).start()
    for student in ("right", "wrong", "untouched"):
        path = stock / "autograded" / student / NAME / f"{NAME}.ipynb"
        cells = reads(path.read_text(encoding="utf-8"), as_version=4).cells
        ran = {c.id: c for c in cells if c.cell_type == "code"}
        outputs = {name.replace("-", "_"): c.outputs for name, c in ran.items()}
        outcomes = {name: "wrong" if has_failed(ran[name]) else "passed" for name in TESTS}
        graded = judged(sanitise(class_dir, student, NAME), outcomes, **outputs)
        record(class_dir, student, NAME, graded)

    assert records(class_dir) == records(stock)
    assert [(row.student, row.score) for row in points(class_dir, NAME)] == [
        ("right", 9),
        ("untouched", 0),
        ("wrong", 2.5),
    ]


def test_nbgraders_own_commands_find_the_class() -> None:
    root = Path(__file__).resolve().parent.parent
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
