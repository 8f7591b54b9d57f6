"""The formgrader's own buttons, pressed in a browser, in a course that was cloned just now."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from grader.classroom.folder import CONFIG
from grader.course import build
from grader.notebooks import files
from tests.support import notebooks, planting
from tests.support.lab import TOKEN, running
from tests.support.planting import NAME

pytestmark = pytest.mark.slow

GRADING = 300_000  # milliseconds that a grading may take on a busy machine


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A course of one section, without a class."""
    folder = notebooks.course(tmp_path_factory.mktemp("course"), NAME)
    shutil.copy(root / CONFIG, folder)
    return folder


@pytest.fixture(scope="module")
def lab(course: Path) -> Iterator[str]:
    with running(course) as address:
        yield address


@pytest.fixture
def window(browser: Browser, lab: str) -> Iterator[Page]:
    """A window that is logged in."""
    page = browser.new_page()
    page.set_default_timeout(GRADING)
    page.goto(f"{lab}/formgrader?token={TOKEN}")
    yield page
    page.close()


def press(window: Page, button: str) -> str:
    """Press the button in the column of this class, and what the window then says."""
    window.locator(f"td.{button} a").first.click()
    told = window.locator(".modal-body:visible")
    told.wait_for()
    return told.inner_text()


def test_generate_writes_the_release(window: Page, lab: str, course: Path) -> None:
    window.goto(f"{lab}/formgrader/manage_assignments")
    assert "Successfully created the student version" in press(window, "assign")
    written = course / "class" / "release" / NAME / f"{NAME}.ipynb"
    assert files.read(written) == build.student_release(course, "ko", NAME)


def test_autograde_grades_a_student_and_shows_the_points(
    window: Page, lab: str, course: Path
) -> None:
    planting.hand_in(course, "ann", planting.RIGHT)
    window.goto(f"{lab}/formgrader/manage_submissions/{NAME}")
    said = press(window, "autograde")
    assert "Successfully autograded" in said
    assert "1 passed" in said
    window.goto(f"{lab}/formgrader/manage_submissions/{NAME}")
    row = window.locator("tr", has_text="ann")
    row.wait_for()
    assert "2 / 2" in row.inner_text()
