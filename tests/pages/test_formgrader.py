"""The formgrader as `make lab` opens it: it finds the class, and nothing of a student's acts."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page

from grader.classroom.folder import ClassFolder
from grader.gradebook.session import db_url
from tests.support.classes import ALL, NAME, graded_as, new_class, points
from tests.support.hostile import hostile

pytestmark = pytest.mark.slow

STARTING = 120  # seconds that JupyterLab may take on a busy machine
TOKEN = "a-token-for-this-test"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, root: Path) -> ClassFolder:
    """A class in the folder of a course, in which one hostile submission is graded."""
    course = tmp_path_factory.mktemp("course")
    shutil.copy(root / "nbgrader_config.py", course)
    folder = new_class(course)
    graded_as(folder, ALL | {"double-2": "wrong"}, hostile())
    return folder


@pytest.fixture(scope="module")
def lab(folder: ClassFolder, root: Path) -> Iterator[str]:
    """The address of JupyterLab, started as `make lab` does, without a browser."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--port={port}", "--ServerApp.port_retries=0", "--no-browser", "--allow-root"]
    env = os.environ | {"JUPYTER_TOKEN": TOKEN, "PYTHONPATH": str(root)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    jupyter = [str(Path(sys.executable).with_name("jupyter")), "lab"]
    server = subprocess.Popen([*jupyter, *options], cwd=folder.path.parent, env=env, **quiet)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/api?token={TOKEN}", server)
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str, server: subprocess.Popen) -> None:
    end = time.monotonic() + STARTING
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError("JupyterLab did not start")


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


def test_its_own_autograde_runs_no_submission_and_says_what_does(
    window: Page, folder: ClassFolder
) -> None:
    before = sorted(folder.path.rglob("*"))
    score = points(folder)[0].score
    told = ask(window, "POST", f"submission/{NAME}/ann/autograde")
    assert not told["success"]
    assert "grader grade" in str(told)
    assert sorted(folder.path.rglob("*")) == before
    assert points(folder)[0].score == score
