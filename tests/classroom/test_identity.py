"""A student is found by id, name, address and numbers, however written; nobody else is."""

import json
import unicodedata
from urllib.parse import quote

import pytest

from grader.classroom.identity import Identity
from grader.classroom.roster import Student

KIM = Identity(Student("kim-sy", "김서연", "seoyeon.kim@school.example", "3107", "20260007"))
WARD = Identity(Student("s1", "Ellis Ward", "", "771", "7"))


@pytest.mark.parametrize(
    "text",
    [
        "/home/kim-sy/01.ipynb",
        "이름: 김서연입니다",
        "서연 김",
        "김_서연_01_tokenizer.ipynb",
        unicodedata.normalize("NFD", "김서연"),
        json.dumps("김서연"),
        quote("김서연"),
        "Kim-SY",
        "SEOYEON.KIM@school.example",
        "C:\\Users\\seoyeon.kim\\Desktop",
        "학번 20260007",
    ],
)
def test_a_text_that_names_a_student_is_found(text: str) -> None:
    assert KIM.in_text(text)


@pytest.mark.parametrize("text", ["Ward, Ellis", "ellis_ward-01", "EllisWard", "s1_01.ipynb"])
def test_a_name_of_several_words_is_found_in_any_order(text: str) -> None:
    assert WARD.in_text(text)


@pytest.mark.parametrize("text", ["s10", "as1", "x = 771", "7", "reward, trellis", "Ward", "3107"])
def test_what_is_another_s_or_says_nothing_is_not(text: str) -> None:
    assert not WARD.in_text(text)


def test_words_of_python_are_nobody_s_name() -> None:
    student = Identity(Student("max", "sum"))
    assert not student.in_text("max(sum(x))")
    assert student.unsaid == ["max"]
    assert student.in_row({"id": "max"})


@pytest.mark.parametrize(
    "row",
    [
        {"id": "s1"},
        {"ID": "771", "Points": "3"},
        {"SIS User ID": "7", "Student": "?"},
        {"Identifier": "Participant 771"},
        {"학번": "7"},
        {"Student": "Ward, Ellis"},
        {"file": "moodle.zip/Ellis Ward_771_assignsubmission_file/01.ipynb"},
    ],
)
def test_a_row_of_a_table_is_found_by_its_keys_or_by_a_name(row: dict[str, str]) -> None:
    assert WARD.in_row(row) or WARD.in_text("\n".join(row.values()))


@pytest.mark.parametrize(
    "row", [{"points": "7"}, {"id": "s10"}, {"Identifier": "Participant 7710"}, {"Total": "771"}]
)
def test_a_number_in_another_column_is_no_student(row: dict[str, str]) -> None:
    assert not WARD.in_row(row)
