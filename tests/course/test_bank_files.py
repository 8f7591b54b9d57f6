"""The answer bank as files."""

from pathlib import Path

import pytest

from grader.course import bank, sources
from grader.errors import CourseError
from tests.support import ROOT

NAMES = sources.assignments(ROOT)


def answer_file(root: Path, name: str, text: str) -> Path:
    path = root / bank.FOLDER / "01_x" / "cut" / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_wrong_answer_carries_its_key(tmp_path):
    answer_file(tmp_path, "wrong_last", '"""Cuts the end off. [cut.last]"""\n\nx = 1\n')
    [answer] = bank.answers(tmp_path, "01_x")
    assert (answer.exercise, answer.key, answer.code) == ("cut", "cut.last", "x = 1")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("wrong_last", '"""No key."""\nx = 1\n'),
        ("right_other", '"""Right, and yet with a key. [cut.last]"""\nx = 1\n'),
        ("right_other", "x = 1\n"),
        ("maybe", '"""Neither."""\nx = 1\n'),
    ],
)
def test_an_answer_that_does_not_say_what_it_is_is_refused_with_its_path(tmp_path, name, text):
    path = answer_file(tmp_path, name, text)
    with pytest.raises(CourseError, match=path.name):
        bank.answers(tmp_path, "01_x")


def test_a_file_of_variants_is_an_answer_for_each(tmp_path):
    text = '"""Another order. [cut.order]"""\n# ORDER: b, a | b, b\n\nORDER = cut(), 1\n'
    answer_file(tmp_path, "wrong_order", text)
    found = bank.answers(tmp_path, "01_x")
    assert [(each.name, each.code) for each in found] == [
        ("wrong_order.1", "b, a = cut(), 1"),
        ("wrong_order.2", "b, b = cut(), 1"),
    ]
    assert {each.key for each in found} == {"cut.order"}


def test_variants_that_the_code_does_not_use_are_refused(tmp_path):
    path = answer_file(tmp_path, "wrong_order", '"""x [cut.order]"""\n# ORDER: b | c\nx = 1\n')
    with pytest.raises(CourseError, match=path.name):
        bank.answers(tmp_path, "01_x")


@pytest.mark.parametrize("name", NAMES)
def test_a_third_of_the_wrong_answers_come_from_the_task_text_alone(name):
    wrong = {(each.exercise, each.note) for each in bank.answers(ROOT, name) if each.key}
    blind = [note for _, note in wrong if note.startswith("From the task text alone")]
    assert len(blind) >= len(wrong) / 3
