"""Written answers, from what is handed in to what instructors, students and an LMS are told."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.utils import determine_grade

from grader import export
from grader.course import bank, build
from grader.course.versions import solution_version
from grader.gradebook import glance, scores, written
from grader.gradebook.pseudonymise import pseudonymise
from grader.gradebook.questions import questions
from grader.gradebook.session import db_url, opened
from grader.grading import cluster, job
from grader.notebooks import files, notebook
from grader.pages import alike, feedback, report
from grader.pages.submissions import submissions
from nlplab.messages import say
from tests.support import notebooks
from tests.support.planting import (
    NAME,
    RIGHT,
    InProcess,
    by_answer,
    class_of,
    grade,
    points,
    ref,
)

pytestmark = pytest.mark.slow

ANSWER = "공백에서 잘라서 **두** 낱말이 된다. 예: `a b`"
BLANK = {lang: say("written.placeholder", lang=lang) for lang in ("ko", "en")}


@pytest.fixture(autouse=True)
def in_process() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "engine", InProcess().engine)
        patch.setattr(job, "work", by_answer)
        yield


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with a written answer: ann wrote one, bob and (in English) dee none, cho spaces."""
    notebooks.save(tmp_path, NAME, notebooks.lesson(notebooks.written()))
    hand_in(tmp_path, "ann", ANSWER)
    hand_in(tmp_path, "bob")
    hand_in(tmp_path, "cho", " \n")
    hand_in(tmp_path, "dee", lang="en")
    grade(tmp_path)
    return tmp_path


def hand_in(root: Path, student: str, answer: str | None = None, lang: str = "ko") -> None:
    chosen = {"cut": RIGHT} | ({} if answer is None else {"defend": answer})
    nb = bank.compose(build.student_release(root, lang, NAME), chosen)
    files.write(class_of(root).notebook(ref(student)), nb)


def score(root: Path, value: float, student: str = "ann") -> None:
    """Enter a score as the formgrader does."""
    with Gradebook(db_url(class_of(root))) as book:
        entry = book.find_grade("defend", NAME, NAME, student)
        entry.manual_score, entry.needs_manual_grade = value, False
        book.find_comment("defend", NAME, NAME, student).manual_comment = "well *argued*"
        book.db.commit()


def outcomes(root: Path) -> dict[str, str]:
    with opened(class_of(root)) as book:
        found = written.outcomes(book, NAME)
    return {student: each["defend"].outcome for student, each in sorted(found.items())}


def page(root: Path, student: str) -> str:
    with opened(class_of(root)) as book:
        return feedback.write(book, ref(student)).read_text(encoding="utf-8")


# --- gradebook ---


def test_an_answer_waits_for_a_person_and_one_left_as_it_was_in_either_language_does_not(root):
    left = "not_attempted"
    assert outcomes(root) == {"ann": "waiting", "bob": left, "cho": left, "dee": left}
    assert points(root) == dict.fromkeys(("ann", "bob", "cho", "dee"), (2, 4))
    assert {s: has.waiting for s, has in glance.standings(class_of(root), NAME).items()} == {
        "ann": 1,
        **dict.fromkeys(("bob", "cho", "dee"), 0),
    }


def test_a_score_by_hand_counts_and_grading_the_same_again_asks_for_no_second_look(root):
    score(root, 1.5)
    grade(root, force=True)
    assert outcomes(root)["ann"] == "partly"
    assert points(root)["ann"] == (3.5, 4)


def test_an_answer_that_changed_after_its_score_waits_again_and_keeps_the_score(root):
    score(root, 1.5)
    hand_in(root, "ann", "다시 썼다.")
    grade(root)
    assert (outcomes(root)["ann"], points(root)["ann"]) == ("waiting", (3.5, 4))
    grade(root, force=True)  # nobody has looked meanwhile
    assert outcomes(root)["ann"] == "waiting"


def test_full_and_no_points_by_hand_are_told_from_an_answer_that_nobody_wrote(root):
    score(root, 0)
    score(root, 2, "bob")
    assert outcomes(root) | {"cho": "", "dee": ""} == {
        "ann": "wrong",
        "bob": "passed",
        "cho": "",
        "dee": "",
    }


def test_an_answer_in_a_notebook_of_before_is_missing_and_costs_no_other_points(tmp_path):
    notebooks.course(tmp_path, NAME)
    released = build.student_release(tmp_path, "ko", NAME)
    notebooks.save(tmp_path, NAME, notebooks.lesson(notebooks.written()))
    nb = bank.compose(released, {"cut": RIGHT})
    files.write(class_of(tmp_path).notebook(ref("ann")), nb)
    [entry] = grade(tmp_path)
    assert [(r.key, r.values["cells"]) for r in entry.graded.repairs] == [
        ("repair.answer_missing", "defend")
    ]
    assert outcomes(tmp_path) == {"ann": "not_attempted"}
    assert points(tmp_path) == {"ann": (2, 4)}


def test_an_answer_that_is_added_later_changes_nobodys_points_and_is_no_fault_of_theirs(tmp_path):
    notebooks.course(tmp_path, NAME)
    nb = bank.compose(build.student_release(tmp_path, "ko", NAME), {"cut": RIGHT})
    files.write(class_of(tmp_path).notebook(ref("ann")), nb)
    grade(tmp_path)
    notebooks.save(tmp_path, NAME, notebooks.lesson(notebooks.written()))
    [entry] = grade(tmp_path)
    assert entry.graded.repairs == ()
    assert points(tmp_path) == {"ann": (2, 4)}


# --- what people are told ---


def test_feedback_shows_the_answer_and_that_it_waits_then_points_and_comment(root):
    waits = say("feedback.waiting_why", lang="ko")
    before = page(root, "ann")
    assert "<strong>두</strong>" in before
    assert waits in before
    assert say("feedback.waiting_some", lang="ko", n=1) in before
    assert ("– / 2" in before, "0 / 2" in before) == (True, False)
    score(root, 1.5)
    after = page(root, "ann")
    assert waits not in after
    assert "– / 2" not in after
    assert "1.5 / 2" in after
    assert "well <em>argued</em>" in after
    assert not any(line in before + after for line in notebooks.RUBRIC[0].split("\n"))


def test_feedback_on_an_answer_that_waits_again_shows_the_points_that_it_keeps(root):
    score(root, 1.5)
    hand_in(root, "ann", "다시 썼다.")
    grade(root)
    told = page(root, "ann")
    assert "1.5 / 2" in told
    assert say("feedback.waiting_why", lang="ko") in told


def test_feedback_on_an_answer_that_nobody_wrote_says_so_and_waits_for_nobody(root):
    told = page(root, "dee")
    assert "0 / 2" in told
    assert say("feedback.not_attempted", lang="en") in told
    assert say("feedback.waiting_why", lang="en") not in told
    assert "No response" not in told


def test_the_report_names_who_waits_and_its_analysis_leaves_these_out(root):
    with opened(class_of(root)) as book:
        found = submissions(book, NAME)
    assert {each.student: each.waiting for each in found if each.waiting} == {"ann": ["defend"]}
    assert [each.outcome("defend") for each in found] == ["waiting", *["not_attempted"] * 3]
    assert [q.students for q in questions([each.points for each in found])] == [4, 3]
    told = report.page(class_of(root), NAME, found, "en")
    assert 'ann <span class="quiet">defend</span>' in told
    assert say("report.waiting_why", lang="en") in told


def test_exports_have_points_without_what_waits_and_name_who_that_is(root):
    [moodle] = export.moodle(class_of(root), None, None, None)
    waits = [f"{NAME}: points of 1 may still change, by answers to grade by hand: ann"]
    assert moodle.notes == waits
    comments = moodle.path.read_text("utf-8")
    assert say("feedback.waiting_why", lang="ko") in comments
    assert "defend: –/2" in comments
    tests = export.tests(class_of(root), None, None)
    assert tests.notes == waits
    rows = [line.split(",") for line in tests.path.read_text("utf-8").splitlines()]
    said = {row[0]: row[-3] for row in rows if row[3:5] == ["defend", "defend"]}
    assert said == outcomes(root)
    score(root, 2)
    assert export.tests(class_of(root), None, None).notes == []


def test_two_with_the_same_long_answer_are_shown_beside_one_another(root):
    long = "공백에서 자르므로 낱말이 둘이고, 쉼표는 앞 낱말에 붙는다. " * 3
    hand_in(root, "ann", long)
    hand_in(root, "bob", long.replace(" ", "  "))
    grade(root)
    with opened(class_of(root)) as book:
        right = dict.fromkeys(("ann", "bob", "cho", "dee"), ())
        [pair] = alike.of_class(book, NAME, right, root)
    assert (pair.students, pair.alike[0].exercise) == (("ann", "bob"), "defend")


def test_a_name_in_a_written_answer_has_another_under_pseudonyms(root, tmp_path):
    class_of(root).roster.write_text("id,name,email,canvas_id,moodle_id\nann,김아름,,,\n", "utf-8")
    hand_in(root, "ann", "저 김아름은 이렇게 생각한다.")
    grade(root)
    pseudonymise(class_of(root), tmp_path / "shown")
    texts = [p.read_text("utf-8") for p in (tmp_path / "shown").rglob("*.ipynb")]
    assert any("이렇게 생각한다" in text for text in texts)
    assert not any("김아름" in text for text in texts)


# --- releases ---


def test_students_get_a_placeholder_in_their_language_and_neither_model_answer_nor_rubric(root):
    for number, lang in enumerate(("ko", "en")):
        released = build.student_release(root, lang, NAME)
        cell = notebook.written(released)["defend"]
        assert cell.source == BLANK[lang]
        assert determine_grade(cell) == (0, 2)
        told = json.dumps(released, ensure_ascii=False)
        assert not any(text[number] in told for text in (notebooks.MODEL, notebooks.RUBRIC))
        assert notebook.RUBRIC not in told


@pytest.mark.parametrize(("number", "lang"), [(0, "ko"), (1, "en")])
def test_a_solution_has_the_model_answer_and_below_it_the_rubric(number, lang):
    solution = solution_version(notebooks.lesson(notebooks.written()), lang)
    texts = [cell.source for cell in solution.cells]
    assert texts[-2:] == [notebooks.MODEL[number], notebooks.RUBRIC[number]]
    assert notebook.written(solution).keys() == {"defend"}


def test_points_of_a_section_count_it_once(root):
    assert notebook.worth(build.source(root, NAME)) == 4
    with opened(class_of(root)) as book:
        assert scores.maximum(book, NAME) == 4
