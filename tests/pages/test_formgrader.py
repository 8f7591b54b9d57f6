"""The formgrader as `make lab` opens it: it finds the class, and nothing of a student's acts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page

from grader.classroom.folder import ClassFolder
from grader.course import bank, build
from grader.gradebook.address import db_url
from grader.grading import cluster, job
from grader.notebooks import files
from tests.support import notebooks, planting
from tests.support.classes import ALL, NAME, graded_as, new_class, points
from tests.support.hostile import hostile
from tests.support.lab import TOKEN, running

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, root: Path) -> ClassFolder:
    """A class in the folder of a course, in which one hostile submission is graded."""
    course = tmp_path_factory.mktemp("course")
    shutil.copy(root / "nbgrader_config.py", course)
    folder = new_class(course)
    graded_as(folder, ALL | {"double-2": "wrong"}, hostile())
    write_an_answer(course)
    return folder


def write_an_answer(course: Path) -> None:
    """Have bob write an answer in another section of the course, which is graded."""
    notebooks.save(course, planting.NAME, notebooks.lesson(notebooks.written()))
    released = build.student_release(course, "ko", planting.NAME)
    nb = bank.compose(released, {"cut": planting.RIGHT, "defend": "공백에서 <b>잘라서</b> 그렇다."})
    files.write(planting.class_of(course).notebook(planting.ref("bob")), nb)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "engine", planting.InProcess().engine)
        patch.setattr(job, "work", planting.by_answer)
        planting.grade(course)


@pytest.fixture(scope="module")
def lab(folder: ClassFolder) -> Iterator[str]:
    with running(folder.path.parent) as address:
        yield address


@pytest.fixture
def window(browser: Browser, lab: str) -> Iterator[Page]:
    """A window that is logged in and asks nobody but JupyterLab."""
    page = browser.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.route(lambda url: not url.startswith((lab, "data:")), lambda route: route.abort())
    page.goto(f"{lab}/formgrader?token={TOKEN}")
    yield page
    page.close()


def test_it_finds_the_class(window: Page, lab: str) -> None:
    window.goto(f"{lab}/formgrader/manage_submissions/{NAME}")
    row = window.locator("tr", has_text="ann")
    row.wait_for()
    assert "6 / 9" in row.inner_text()


def test_what_a_student_handed_in_does_nothing_there(
    window: Page, lab: str, folder: ClassFolder
) -> None:
    with Gradebook(db_url(folder)) as gradebook:
        name = gradebook.find_submission_notebook(NAME, NAME, "ann").id
    window.goto(f"{lab}/formgrader/submissions/{name}/")
    window.get_by_text("def double(x):").first.wait_for()
    for link in window.get_by_text("click", exact=True).all():
        link.click()
    window.wait_for_timeout(200)
    assert not window.evaluate("'ran' in window")
    assert [url for url in window.asked if "tracker.example" in url] == []
    assert window.locator(".output iframe, .output form, .text_cell iframe").count() == 0


def ask(window: Page, method: str, path: str, body: object = None) -> dict:
    """What the formgrader's own programming interface answers."""
    return window.evaluate(
        """async ([method, path, body]) => {
            const token = document.cookie.match(/_xsrf=([^;]*)/)[1];
            const headers = {"X-XSRFToken": token};
            const text = body ? JSON.stringify(body) : undefined;
            const answer = await fetch(`/formgrader/api/${path}`, {method, headers, body: text});
            return await answer.json();
        }""",
        [method, path, body],
    )


def test_a_score_that_a_person_enters_there_survives_the_next_grading(
    window: Page, folder: ClassFolder
) -> None:
    with Gradebook(db_url(folder)) as gradebook:
        name = gradebook.find_grade("double-2", NAME, NAME, "ann").id
    told = ask(window, "PUT", f"grade/{name}", {"manual_score": 1.5, "extra_credit": None})
    assert told["manual_score"] == 1.5
    graded_as(folder, ALL | {"double-2": "wrong"}, hostile())
    assert points(folder)[0].score == 7.5


def test_a_written_answer_waits_there_with_its_rubric_until_a_person_scores_it(
    window: Page, lab: str, folder: ClassFolder
) -> None:
    name = planting.NAME
    with Gradebook(db_url(folder)) as gradebook:
        submission = gradebook.find_submission_notebook(name, name, "bob").id
        grade = gradebook.find_grade("defend", name, name, "bob").id
    window.goto(f"{lab}/formgrader/gradebook/{name}/{name}")
    window.get_by_text("Submission #1").wait_for()
    window.goto(f"{lab}/formgrader/submissions/{submission}/")
    window.get_by_text("공백에서").first.wait_for()
    assert window.get_by_text("까닭 1점").count() == 1
    assert points(folder, name)[0].waiting == {"defend"}
    ask(window, "PUT", f"grade/{grade}", {"manual_score": 2, "extra_credit": None})
    assert points(folder, name)[0].score == 4
    assert points(folder, name)[0].waiting == frozenset()
