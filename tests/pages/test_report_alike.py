"""The report shows alike answers beside each other and how each question did, in both languages."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from grader.classroom import results
from grader.classroom.folder import ClassFolder, Ref
from grader.gradebook.questions import FEWEST
from grader.gradebook.session import opened
from grader.pages import report
from tests.support.browser import DESKTOP, PHONE, visit
from tests.support.classes import (
    ALL,
    NAME,
    RIGHT,
    assignment,
    hand_in,
    judged,
    new_class,
    recorded,
    refused,
    sanitised,
)

pytestmark = pytest.mark.slow

HOSTILE = "</pre><script>window.ran = 1</script>"
COPIED = f"""def double(x):
    found = []  # {HOSTILE}
    for part in (x, x):
        found.append(part)
    return sum(found) if found else None"""
RENAMED = COPIED.replace("found", "결과").replace(HOSTILE, "mine")
SAID = {
    "ko": ("닮은 답", "판정이 아닙니다", "문제 분석", "변별도", "학생 수 부족"),
    "en": ("alike answers", "no verdict", "How the questions did", "discrimination", "too few"),
}


def take(folder: ClassFolder, student: str, outcomes: dict[str, str], **answers: str) -> None:
    hand_in(folder, student, assignment(RIGHT | answers))
    result = judged(sanitised(folder, student), outcomes)
    recorded(folder, student, result)
    results.keep(folder, Ref(student, NAME), "key", result)


def written(folder: ClassFolder, lang: str = "ko") -> Path:
    with opened(folder) as book:
        return report.write(book, NAME, lang)


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    """Two copied, two gave the same short answer, one handed in what cannot be graded."""
    made = new_class(tmp_path)
    take(made, "ann", ALL, double=COPIED)
    take(made, "bob <b>", ALL | {"half-1": "wrong"}, double=RENAMED)
    take(made, "eve", ALL | {"half-1": "wrong"})
    take(made, "mia", ALL)
    refused(made, "cut", "cut short")
    return made


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("lang", SAID)
def test_alike_answers_stand_side_by_side_and_do_nothing(
    folder: ClassFolder, browser: Browser, lang: str, width: int
) -> None:
    with visit(browser, written(folder, lang), width) as seen:
        assert (seen.requests, seen.complaints, seen.ran) == ([], [], False)
        assert seen.overflow <= 0
        body = seen.page.inner_text("body")
        for text in SAID[lang]:
            assert text in body
        assert seen.page.locator("#alike details").count() == 1
        shown = seen.page.inner_text("#alike-1")
        assert "ann · bob <b>" in shown
        assert HOSTILE in shown
        assert "결과.append(part)" in shown
        assert "eve" not in shown
        seen.page.click("a[href='#alike']")


def test_a_report_without_alike_answers_says_nothing_of_them(tmp_path: Path) -> None:
    folder = new_class(tmp_path)
    take(folder, "ann", ALL)
    take(folder, "bob", ALL)
    assert "#alike" not in written(folder).read_text(encoding="utf-8")


def test_questions_are_told_of_whoever_could_be_graded(folder: ClassFolder) -> None:
    for number in range(FEWEST):
        take(folder, f"s{number}", ALL if number % 2 else ALL | {"double-2": "wrong"})
    text = written(folder, "en").read_text(encoding="utf-8")
    row = text[text.index('id="questions"') :].split("<tr>")[2]
    assert '<th scope="row">double</th>' in row
    assert f'<td class="number">{(9 + 5 * 2 / 5) / 14:.2f}</td>' in row
    assert "too few" not in text
