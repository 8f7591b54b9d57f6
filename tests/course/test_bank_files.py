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


@pytest.mark.parametrize("name", NAMES)
def test_a_third_of_the_wrong_answers_come_from_the_task_text_alone(name):
    wrong = [answer for answer in bank.answers(ROOT, name) if answer.key]
    blind = [answer for answer in wrong if answer.note.startswith("From the task text alone")]
    assert len(blind) >= len(wrong) / 3
