"""Feedback for students: a page that says why, gives nothing away and does nothing by itself."""

import logging
import time
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from playwright.sync_api import Browser
from traitlets.config import PyFileConfigLoader

from grader.classroom import results
from grader.classroom.folder import ClassFolder, Ref
from grader.course import sources
from grader.course.versions import gradebook_version, student_version
from grader.errors import ClassError, GradebookError
from grader.gradebook.address import db_url
from grader.gradebook.session import opened
from grader.notebooks import notebook
from grader.notebooks.regions import without_hidden
from grader.outcome import TestOutcome
from grader.pages import feedback
from grader.pages.html import speaker
from grader.pages.view import Shown
from nlplab.checks import recorded
from nlplab.messages import catalogue
from tests.support.browser import PHONE, visit
from tests.support.classes import (
    ALL,
    ANN,
    HIDDEN,
    NAME,
    ODD_NAMES,
    RIGHT,
    TESTS,
    assignment,
    due,
    graded_as,
    hand_in,
    new_class,
    refused,
)
from tests.support.hostile import HOSTILE, hostile

ENGLISH = new_code_cell('setup(lang="en")', id="setup")


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return new_class(tmp_path)


def write(folder: ClassFolder) -> Path:
    """Ann's page."""
    with opened(folder) as book:
        return feedback.write(book, ANN)


def page(folder: ClassFolder) -> str:
    return write(folder).read_text(encoding="utf-8")


def wrong(grade_id: str, message: str, line: str = "", outcome: str = "wrong") -> TestOutcome:
    return TestOutcome(grade_id, outcome, "a.b", message, line)


def in_english() -> NotebookNode:
    nb = assignment(RIGHT)
    nb.cells.insert(1, ENGLISH)
    return nb


# --- what a student reads ---


def test_points_stand_in_all_and_by_exercise(folder: ClassFolder) -> None:
    graded_as(folder, ALL | {"double-2": "wrong"}, in_english())
    text = page(folder)
    assert "<strong>6</strong> / 9 points" in text
    assert "2 / 5" in text
    assert "4 / 4" in text


@pytest.mark.parametrize(("nb", "lang"), [(None, "ko"), (in_english(), "en")])
def test_a_page_speaks_the_language_of_the_notebook_that_was_handed_in(
    folder: ClassFolder, nb, lang
) -> None:
    graded_as(folder, ALL | {"double-2": "wrong"}, nb)
    text = page(folder)
    assert f'<html lang="{lang}">' in text
    assert catalogue()["feedback.overview"][lang] in text
    assert catalogue()["feedback.wrong"][lang] in text


def test_a_failed_check_says_its_message_and_marks_the_students_line(folder: ClassFolder) -> None:
    outcomes = ALL | {"double-1": wrong("double-1", "✗ Not <doubled>.", "return x + x")}
    graded_as(folder, outcomes)
    text = page(folder)
    assert "Not &lt;doubled&gt;." in text
    assert '<span class="hll">    <span class="k">return</span>' in text


def test_lateness_and_its_price_are_said(folder: ClassFolder) -> None:
    config = "c = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
    (folder.path.parent / "nbgrader_config.py").write_text(config)
    due(folder)
    path = hand_in(folder, "ann", in_english())
    path.with_name("timestamp.txt").write_text("2026-03-03 05:00:00 UTC")
    graded_as(folder, ALL, in_english())
    text = page(folder)
    assert "Handed in 2 d 5 h after it was due." in text
    assert "This costs 9 points." in text
    assert "<strong>0</strong>" in text


def test_an_instructors_comment_and_score_are_shown(folder: ClassFolder) -> None:
    graded_as(folder, ALL | {"double-2": "wrong"}, in_english())
    with Gradebook(db_url(folder)) as gradebook:
        gradebook.find_grade("double-2", NAME, NAME, "ann").manual_score = 2.5
        gradebook.find_comment("double", NAME, NAME, "ann").manual_comment = "well *argued*"
        gradebook.db.commit()
    text = page(folder)
    assert "<strong>8.5</strong>" in text
    assert "well <em>argued</em>" in text
    assert catalogue()["feedback.manual"]["en"] in text


def test_repairs_are_told_in_the_students_language(folder: ClassFolder) -> None:
    known = {"key": "feedback.late", "values": {"time": "<i>1</i>"}}
    odd = [{"key": "repair.of_another_version", "values": {}}]
    graded_as(folder, ALL, in_english(), repairs=[known, *odd])
    text = page(folder)
    assert "Handed in &lt;i&gt;1&lt;/i&gt; after it was due." in text
    assert "repair.of_another_version" in text


def test_what_could_not_be_graded_comes_with_its_reason_and_no_exercises(
    folder: ClassFolder,
) -> None:
    refused(folder, "ann", "the file is <b>cut</b> short")
    text = page(folder)
    assert "the file is &lt;b&gt;cut&lt;/b&gt; short" in text
    assert catalogue()["feedback.ungraded"]["ko"] in text
    assert "double-1" not in text


def test_a_notebook_cannot_pass_for_one_that_was_not_graded(folder: ClassFolder) -> None:
    nb = assignment(RIGHT)
    nb.cells.insert(0, new_markdown_cell("my reason", id="reason"))
    graded_as(folder, ALL, nb)
    assert catalogue()["feedback.ungraded"]["ko"] not in page(folder)


def test_an_answer_that_was_deleted_is_said_to_be_missing(folder: ClassFolder) -> None:
    nb = assignment(RIGHT)
    nb.cells = [each for each in nb.cells if each.id not in ("double", "double-1")]
    graded_as(folder, {"double-2": "wrong", "half-1": "passed"}, nb)
    text = page(folder)
    assert text.count('class="card"') == 2
    assert catalogue()["feedback.no_answer"]["ko"] in text


def test_without_kept_results_the_graded_notebook_says_what_it_can(folder: ClassFolder) -> None:
    graded_as(folder, ALL | {"double-2": "wrong", "half-1": "crashed"})
    results.forget(folder, ANN)
    text = page(folder)
    said = [text.count(catalogue()[f"feedback.{name}"]["ko"]) for name in ("passed", "wrong")]
    assert said == [1, 1]
    assert "It was wrong." not in text  # the gradebook's message may hold what the test expects


# --- what a student must not see ---


def test_hidden_tests_are_not_on_the_page_though_the_graded_notebook_has_them(
    folder: ClassFolder,
) -> None:
    graded_as(folder, ALL)
    assert "double(-3) == -6" in folder.graded(ANN).read_text()
    text = page(folder)
    words = text.replace("</span>", "").split('<span class="')
    plain = "".join(word.partition('">')[2] for word in words)
    assert "double(0)" in plain
    assert "double(-3)" not in plain
    assert "HIDDEN" not in text
    assert HIDDEN.splitlines()[0] not in text


def test_of_every_test_cell_of_the_course_the_page_shows_what_was_released(root: Path) -> None:
    for source in sources.read_all(root).values():
        released = notebook.cells_by_grade_id(student_version(source, "ko"))
        for cell in filter(notebook.is_test, gradebook_version(source).cells):
            name = notebook.grade_id(cell)
            assert without_hidden(cell.source) == (
                released[name].source,
                "HIDDEN" in cell.source,
            )


def test_what_a_test_cell_put_out_is_not_on_the_page(folder: ClassFolder) -> None:
    nb = assignment(RIGHT)
    error = new_output("error", ename="Mistake", evalue="a.b: not 31337", traceback=["not 31337"])
    for cell in nb.cells:
        if cell.id.startswith("double-"):
            cell.outputs = [new_output("stream", name="stdout", text="called with 31337"), error]
    graded_as(folder, ALL | {"double-1": "wrong", "double-2": "wrong"}, nb)
    assert "31337" not in page(folder)


@pytest.mark.parametrize(
    "output",
    [
        new_output("stream", name="stderr", text=f"{Path.home()}/x.py:3: warning"),
        new_output("error", ename="E", evalue="", traceback=["File \x1b[32m/srv/a b/c.py\x1b[0m"]),
        new_output("display_data", data={"text/html": "<b>/srv/course/secret/c.py</b>"}),
        new_output("display_data", data={"text/plain": "file:///srv/course/secret/c.py"}),
        new_output("display_data", data={"text/plain": r"C:\Users\teacher\c.py"}),
    ],
)
def test_paths_of_the_machine_are_cut_to_file_names(folder: ClassFolder, output) -> None:
    nb = assignment(RIGHT)
    nb.cells[1].outputs = [output]
    graded_as(folder, ALL, nb)
    text = page(folder)
    assert ".py" in text
    for place in (f"{Path.home()}/", "/srv", "secret", "teacher", str(folder)):
        assert place not in text


def test_a_path_in_a_message_is_cut_too(folder: ClassFolder) -> None:
    graded_as(folder, ALL | {"half-1": wrong("half-1", "no file /srv/course/secret/a.csv")})
    text = page(folder)
    assert "a.csv" in text
    assert "secret" not in text


# --- what came from a student does nothing ---


def test_nothing_of_a_students_runs_or_leaves_or_widens_the_page(
    folder: ClassFolder, browser: Browser
) -> None:
    repairs = [{"key": "feedback.late", "values": {"time": text}} for text in HOSTILE]
    failed = wrong("double-1", "\n".join(HOSTILE), HOSTILE[0], "crashed")
    graded_as(folder, ALL | {"double-1": failed}, hostile(), repairs=repairs)
    path = write(folder)
    for width in (PHONE, 1280):
        with visit(browser, path, width) as seen:
            for link in seen.page.get_by_text("click", exact=True).all():
                link.click()
            assert not seen.ran
            assert seen.requests == []
            assert seen.complaints == []  # so that nothing was left to the policy
            assert seen.overflow <= 0
            assert seen.page.locator("script, iframe, form, style ~ style, [onerror]").count() == 0


def test_the_policy_of_a_page_stops_what_would_slip_through(
    folder: ClassFolder, browser: Browser
) -> None:
    graded_as(folder, ALL)
    path = write(folder)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</main>", "".join(HOSTILE[:6]) + "</main>"), encoding="utf-8")
    with visit(browser, path) as seen:
        assert not seen.ran
        assert seen.complaints != []


def test_pictures_and_tables_that_a_cell_shows_stay(folder: ClassFolder, browser: Browser) -> None:
    dot = (
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJ"
        "RU5ErkJggg=="
    )
    table = "<table border='1'><tbody><tr><th>0</th><td>가</td></tr></tbody></table>"
    nb = assignment(RIGHT)
    nb.cells[1].outputs = [
        new_output("display_data", data={"image/png": f"{dot}\n", "text/plain": "<Figure>"}),
        new_output("display_data", data={"text/html": table, "text/plain": "a frame"}),
    ]
    graded_as(folder, ALL, nb)
    with visit(browser, write(folder)) as seen:
        picture = seen.page.locator(".output img")
        assert picture.evaluate("each => each.naturalWidth") == 1
        assert picture.get_attribute("alt")
        assert seen.page.locator(".output td").inner_text() == "가"
        assert seen.complaints == []


SLOW = ["<div>" * 200_000, "<b>" * 5000, "[" * 100_000, "*a " * 6000, f"# {' ' * 100_000}x"]


@pytest.mark.parametrize("text", SLOW, ids=range(len(SLOW)))
def test_text_made_to_be_slow_is_shown_at_once(text: str) -> None:
    output = new_output("display_data", data={"text/html": text})
    cells = [new_markdown_cell(text), new_code_cell(text, outputs=[output])]
    shown = Shown(new_notebook(cells=cells), {}, set(), speaker("en"))
    start = time.monotonic()
    assert shown.exercises() == []
    assert len(shown.rest()) == 3
    assert time.monotonic() - start < 5


# --- files and commands ---


def test_what_was_not_graded_has_no_page(folder: ClassFolder) -> None:
    with pytest.raises(GradebookError, match="has not been graded"):
        write(folder)
    with pytest.raises(ClassError, match="folder"):
        Ref("..", NAME)


def test_graded_notebooks_are_found_by_assignment_and_student(folder: ClassFolder) -> None:
    graded_as(folder, ALL)
    assert folder.with_pages([NAME]) == [ANN]
    assert folder.with_pages(["02_other"]) == []
    assert folder.with_pages([NAME], frozenset({"bob"})) == []


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_class_folder_of_any_name_has_pages(tmp_path: Path, name: str) -> None:
    folder = new_class(tmp_path, name)
    graded_as(folder, ALL)
    assert "<strong>9</strong>" in page(folder)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.filterwarnings("ignore")
def test_nbgraders_own_command_and_the_formgrader_write_the_same_page(
    folder: ClassFolder, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("traitlets"), "level", logging.CRITICAL)
    graded_as(folder, ALL | {"double-2": "wrong"})
    ours = page(folder)
    path = folder.feedback(ANN)
    path.unlink()
    monkeypatch.setenv(recorded.HIDDEN, "")  # which the file sets
    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    config.merge(folder.config())
    config.CourseDirectory.assignment_id = NAME
    GenerateFeedback(coursedir=CourseDirectory(config=config), config=config, force=True).start()
    assert path.read_text(encoding="utf-8") == ours


def test_every_outcome_has_a_word_in_the_catalogue() -> None:
    outcomes = {"passed", "partly", "wrong", "crashed", "not_attempted", "not_run"}
    assert {f"feedback.{name}" for name in outcomes} <= catalogue().keys()
    assert len(TESTS) == 3
