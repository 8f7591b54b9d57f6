"""The formgrader as `make lab` opens it: it finds the class, and nothing of a student's acts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page

from grader.classroom.folder import ClassFolder
from grader.gradebook.address import db_url
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
    return folder


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
