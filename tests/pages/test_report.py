"""The report of a class: right figures, whom to look at, and a page that 300 students fit on."""

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser

from grader.classroom import results, zone
from grader.classroom.folder import ClassFolder, Ref
from grader.collect import trace
from grader.collect.trace import Found
from grader.errors import GradebookError, NotRegisteredError, SettingError
from grader.gradebook.address import db_url
from grader.gradebook.scores import HandedIn, Points
from grader.gradebook.session import opened
from grader.outcome import Choice, Message, Repair, TestOutcome
from grader.pages import feedback, report
from grader.pages.html import speaker
from grader.pages.report import Submission, mistakes, page
from tests.support.browser import DESKTOP, PHONE, visit
from tests.support.classes import (
    ALL,
    NAME,
    RIGHT,
    assignment,
    due,
    hand_in,
    judged,
    new_class,
    recorded,
    refused,
    sanitised,
)

LATE = 2 * 24 * 3600.0
NASTY_NAME = "<img src=x onerror=window.ran=1><script>window.ran=1"  # legal: it has no slash
HOSTILE = f"{NASTY_NAME}</script>"
KEYS = ["wordpiece.shortest_match", "pad_batch.float_ids", "check.value", "lookup_rows.sorted"]


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return new_class(tmp_path)


def take(folder: ClassFolder, student: str, outcomes: dict[str, str]) -> None:
    hand_in(folder, student, assignment(RIGHT))
    result = judged(sanitised(folder, student), outcomes)
    recorded(folder, student, result)
    results.keep(folder, Ref(student, NAME), "key", result)


def submissions(folder: ClassFolder) -> list[Submission]:
    with opened(folder) as book:
        return report.submissions(book, NAME)


def write(folder: ClassFolder, assignment: str = NAME, lang: str = "ko") -> Path:
    with opened(folder) as book:
        return report.write(book, assignment, lang)


def submission(
    student: str, tests: list[TestOutcome], handed_in: HandedIn | None = None, **more
) -> Submission:
    """Somebody whose tests `a-1`, `a-2`, … are worth a point each."""
    exercises: dict[str, tuple[float, float]] = {}
    for test in tests:
        name = test.grade_id.rpartition("-")[0]
        score, most = exercises.get(name, (0, 0))
        exercises[name] = (score + (test.outcome == "passed"), most + 1)
    points = Points(student, sum(s for s, _ in exercises.values()), len(tests), exercises)
    known = {"seconds": 1.0, "repairs": [], "review": []} | more
    return Submission(
        points, handed_in or HandedIn(0, 0), {test.grade_id: test for test in tests}, **known
    )


def wrong(grade_id: str, key: str) -> TestOutcome:
    return TestOutcome(grade_id, "wrong", key, "…")


def everybody(count: int) -> list[Submission]:
    """A class with everything in it: late ones, tampering, reviews, odd names, failures."""
    draw = random.Random(7)
    names = [f"exercise_number_{n}" for n in range(1, 15)]
    found = []
    for number in range(count):
        skill = draw.betavariate(5, 2)
        tests = []
        for place, name in enumerate(names):
            for part in (1, 2):
                test = f"{name}-{part}"
                if draw.random() < skill + 0.1 - place / 40:
                    tests.append(TestOutcome(test, "passed"))
                elif draw.random() < 0.6:
                    tests.append(wrong(test, draw.choice(KEYS)))
                else:
                    tests.append(TestOutcome(test, draw.choice(["not_attempted", "not_run"])))
        late = draw.choice([0, 0, 0, 0, 0, draw.randrange(600, 400_000)])
        more = {"seconds": draw.gammavariate(4, 0.4)}
        if number % 40 == 3:
            values = {"cells": "a_test_that_was_changed", "count": "1"}
            more["repairs"] = [Repair("repair.test_edited", values)]
        if number % 75 == 5:
            more["review"] = [
                Choice((Message("the first answer"),), 3.0),
                Choice((Message(HOSTILE),), 2.0),
            ]
        if number % 100 == 7:
            more |= {"reason": Message("submission.missing", {"file": HOSTILE}), "seconds": 0.0}
        name = f"김서연{number}" if number % 3 else f"student-{number:04}"
        name = NASTY_NAME if number == 10 else name
        found.append(submission(name, tests, HandedIn(late, 2.5 if late else 0), **more))
    return found


# --- figures ---


def test_an_exercise_was_got_right_or_partly_or_wrong_or_not_tried() -> None:
    tests = [
        TestOutcome("a-1", "passed"),
        TestOutcome("b-1", "passed"),
        wrong("b-2", "b.x"),
        wrong("c-1", "c.x"),
        TestOutcome("c-2", "not_attempted"),
        TestOutcome("d-1", "not_attempted"),
        TestOutcome("e-1", "not_run"),
    ]
    ann = submission("ann", tests)
    said = [ann.outcome(name) for name in "abcde"]
    assert said == ["passed", "partly", "wrong", "not_attempted", "not_run"]


def test_mistakes_are_counted_once_a_student_and_the_most_frequent_comes_first() -> None:
    found = [
        submission("ann", [wrong("a-1", "check.value"), wrong("a-2", "check.value")]),
        submission("bob", [wrong("a-1", "lookup_rows.sorted"), wrong("b-1", "check.value")]),
        submission("eve", [TestOutcome("a-1", "not_attempted", "check.not_attempted")]),
    ]
    first, second = mistakes(found, speaker("en"))
    assert (first.key, first.students, first.exercises) == ("check.value", 2, {"a": 1, "b": 1})
    assert first.text == "Wrong value."
    assert (second.key, second.students) == ("lookup_rows.sorted", 1)


def test_a_mistake_of_an_earlier_catalogue_goes_by_its_key() -> None:
    [found] = mistakes([submission("ann", [wrong("a-1", "a.gone")])], speaker("ko"))
    assert found.text == "a.gone"


def test_the_gradebook_the_results_and_the_reasons_come_together(folder: ClassFolder) -> None:
    due(folder)
    path = hand_in(folder, "ann", assignment(RIGHT))
    path.with_name("timestamp.txt").write_text("2026-03-03 00:00:00 UTC")
    take(folder, "ann", ALL | {"double-2": "wrong"})
    refused(folder, "bob", "cut short")
    ann, bob = submissions(folder)
    assert (ann.points.score, ann.handed_in) == (6, HandedIn(LATE, 0))
    assert (ann.tests["double-2"].key, ann.seconds, ann.reason) == ("key.wrong", 0.1, None)
    assert (bob.points.score, bob.tests, bob.reason) == (0, {}, Message("cut short"))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("missing", "nothing to grade", "times are those of Asia/Seoul")),
        ("ko", ("미제출", "채점할 것 없음", "시각은 Asia/Seoul 기준")),
    ],
)
def test_who_handed_in_nothing_or_nothing_to_grade_is_named(folder, lang, words) -> None:
    take(folder, "ann", ALL)
    zone.write(folder, "Asia/Seoul")
    folder.roster.write_text("id,name\nann,Ann\nbob,\neve,<Eve>\nzoe,Zoe\n")
    lines = [
        Found("m.zip/zoe.zip", "refused", "zoe", NAME, note="an archive with nothing in it"),
        Found("m.zip/eve.pdf", "no notebook", "eve", "02_other", note="a PDF"),
        Found("m.zip/ann.pdf", "no notebook", "ann", NAME, note="a PDF"),
    ]
    trace.write_log(folder, lines)
    text = write(folder, lang=lang).read_text()
    assert all(word in text for word in words)
    lists = {
        name: part.split("</section>")[0]
        for name in ("nothing", "missing")
        for part in text.split(f'<section class="card" id="{name}">')[1:]
    }
    assert [f"<li>{who} " in lists["nothing"] for who in ("ann", "bob", "eve", "zoe")] == [
        0,
        0,
        0,
        1,
    ]
    assert [f"<li>{who} " in lists["missing"] for who in ("ann", "bob", "eve", "zoe")] == [
        0,
        1,
        1,
        0,
    ]
    assert speaker(lang)("report.instead_refused") in lists["nothing"]
    assert "&lt;Eve&gt;" in lists["missing"]


def test_what_lateness_cost_stands_in_the_table_of_everybody(folder: ClassFolder) -> None:
    config = "c = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
    (folder.path.parent / "nbgrader_config.py").write_text(config)
    due(folder)
    path = hand_in(folder, "ann", assignment(RIGHT))
    path.with_name("timestamp.txt").write_text("2026-03-03 00:00:00 UTC")
    take(folder, "ann", ALL)
    table = write(folder, lang="en").read_text().split('<table class="students">')[1]
    assert "9 points off" in table


def test_an_extension_counts_for_lateness(folder: ClassFolder) -> None:
    due(folder)
    path = hand_in(folder, "ann", assignment(RIGHT))
    path.with_name("timestamp.txt").write_text("2026-03-03 00:00:00 UTC")
    take(folder, "ann", ALL)
    with Gradebook(db_url(folder)) as gradebook:
        gradebook.grant_extension(NAME, "ann", days=3)
    [ann] = submissions(folder)
    assert ann.handed_in.seconds_late == 0


@pytest.mark.parametrize(
    ("lang", "said"), [("ko", "파일의 끝부분이 없습니다"), ("en", "The end of the file is missing")]
)
def test_who_handed_in_a_damaged_file_that_was_read_is_listed(folder, lang: str, said: str) -> None:
    tests = [TestOutcome("a-1", "passed")]
    ann = submission("ann", tests, repairs=[Repair("repair.file_cut", {})])
    bob = submission("bob", tests, repairs=[Repair("repair.moved", {"cells": "a", "count": "1"})])
    shown = page(folder, NAME, [ann, bob], lang)
    assert shown.count(said) == 1


# --- the page ---


def test_names_link_to_feedback_where_there_is_some(folder: ClassFolder, browser: Browser) -> None:
    for student in ("김서연 1", "bob"):
        take(folder, student, ALL)
    with opened(folder) as book:
        feedback.write(book, Ref("김서연 1", NAME))
    with visit(browser, write(folder)) as seen:
        assert seen.page.locator("a", has_text="bob").count() == 0
        seen.page.click("a:text('김서연 1')")
        assert "김서연 1" in seen.page.title()


@pytest.fixture(scope="module", params=["ko", "en"])
def large(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a class of 300, in both languages."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(
        page(ClassFolder(path.parent), NAME, everybody(300), request.param), encoding="utf-8"
    )
    return path


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_300_students_fit_on_a_page_that_does_nothing_by_itself(
    large: Path, browser: Browser, width: int
) -> None:
    assert large.stat().st_size < 1_000_000
    start = time.monotonic()
    with visit(browser, large, width) as seen:
        assert time.monotonic() - start < 10  # one second, on a machine that does nothing else
        assert (seen.requests, seen.complaints) == ([], [])
        assert not seen.ran
        assert seen.overflow <= 0
        assert seen.page.locator(".students tbody tr").count() == 300
        charts = seen.page.locator("figure img").all()
        assert len(charts) == 3
        for chart in charts:
            assert len(chart.get_attribute("alt")) > 20
            assert chart.evaluate("each => each.complete && each.naturalWidth > 100")
        body = seen.page.inner_text("body")
        assert "a_test_that_was_changed" in body
        assert "the first answer" in body
        assert HOSTILE in body
        assert f"{NASTY_NAME}\t" in body


def test_a_click_on_a_heading_sorts_by_that_column(tmp_path: Path, browser: Browser) -> None:
    scores = {"b": 2.5, "a": 2.25, "c10": 10.0, "c9": 2.0}
    found = [submission(name, [TestOutcome("e-1", "passed")]) for name in scores]
    found = [replace(f, points=Points(f.student, scores[f.student], 10, {})) for f in found]
    path = tmp_path / "report.html"
    path.write_text(page(ClassFolder(tmp_path), NAME, found), encoding="utf-8")
    with visit(browser, path) as seen:

        def sorted_by(column: int) -> list[str]:
            seen.page.click(f".students th:nth-child({column}) button")
            return seen.page.locator(".students tbody th").all_inner_texts()

        assert sorted_by(2) == ["c9", "a", "b", "c10"]
        assert sorted_by(2) == ["c10", "b", "a", "c9"]
        assert sorted_by(1) == ["a", "b", "c9", "c10"]


def test_a_class_of_one_has_a_report(folder: ClassFolder) -> None:
    refused(folder, "ann", "cut short")
    assert "cut short" in write(folder, lang="en").read_text(encoding="utf-8")


def test_without_a_graded_submission_there_is_nothing_to_report(folder: ClassFolder) -> None:
    with pytest.raises(GradebookError, match="nothing has been graded"):
        write(folder)
    with pytest.raises(NotRegisteredError):
        write(folder, "02_other")


def test_a_report_in_another_language_is_refused(folder: ClassFolder) -> None:
    take(folder, "ann", ALL)
    with pytest.raises(SettingError, match="ko, en"):
        write(folder, lang="fr")
    assert not folder.report(NAME).parent.exists()
