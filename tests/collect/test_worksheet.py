"""Moodle's grading worksheet says when each participant handed in, in English and Korean."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from grader.classroom.zone import Zone
from grader.collect.worksheet import Handed, is_one, left, read, told
from grader.errors import TableError

SEOUL = Zone(ZoneInfo("Asia/Seoul"), "Asia/Seoul", chosen=True)
ENGLISH = """Identifier,"Full name","Email address",Status,Grade,"Last modified (submission)"
"Participant 4001","Areum Kim",areum@school.example,"Submitted for grading",,"{}"
"Participant 4002","Ellis Ward",,"Submitted - 2 hours late",,"Monday, 2 March 2026, 1:05 AM"
"Participant 4003","Late Cho",,"No submission",,-
"""
KOREAN = """식별자,"전체 이름","이메일 주소",상태,성적,"마지막 수정됨(제출)"
참가자4001,"김 아름",areum@school.example,"채점을 위해 제출되었습니다.",,"{}"
참가자4002,"이 다솜",,"제출 - 2 시간 늦음",,"월요일, 2 3월 2026, 01:05 오전"
참가자4003,"박 이슬",,"제출이 없습니다.",,-
"""


def sheet(folder: Path, text: str) -> Path:
    path = folder / "Grades.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (ENGLISH, "Sunday, 1 March 2026, 9:05 PM"),
        (ENGLISH, "Sunday, March 1, 2026, 9:05 PM"),
        (KOREAN, "일요일, 1 3월 2026, 09:05 오후"),
        (KOREAN, "2026년 3월 1일, 일요일, 21:05"),
        (KOREAN, "2026년 3월 1일 일요일, 오후 9:05"),
        (KOREAN, "2026년 03월 01일(일) 21:05"),
        (KOREAN, "2026년 3월 1일 (일), 오후 09:05"),
        (KOREAN, "2026년3월1일(일)21:05"),
        (KOREAN, "2026-03-01 21:05"),
        (KOREAN, "2026. 3. 1. 오후 9:05"),
        (KOREAN, "Sunday, 1 March 2026, 9:05 PM"),
    ],
)
def test_times_and_late_marks_are_read(tmp_path: Path, text: str, when: str) -> None:
    times = [datetime(2026, 3, 1, 12, 5, tzinfo=UTC), datetime(2026, 3, 1, 16, 5, tzinfo=UTC)]
    known_by = ("areum@school.example",)
    found = read(sheet(tmp_path, text.format(when)), SEOUL)
    assert {number: replace(each, name="") for number, each in found.items()} == {
        "4001": Handed(times[0], False, known_by),
        "4002": Handed(times[1], True, ()),
        "4003": Handed(None, False, ()),
    }
    assert found["4002"].name in ("Ellis Ward", "이 다솜")


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("Sonntag, 1. März 2026, 21:05", "neither English nor Korean"),
        ("1 13월 2026, 01:05", "neither English nor Korean"),
        ("9:05 PM", "no date with a full year and a time"),
        ("2026", "no date with a full year and a time"),
        ("2/03/26, 17:55", "no date with a full year and a time"),
        ("02/03/2026, 17:55", "may be 3 February or 2 March"),
        ("2.3.2026 17:55", "may be 3 February or 2 March"),
    ],
)
def test_a_time_that_cannot_be_read_is_pointed_at_and_costs_no_other(
    tmp_path: Path, when: str, why: str
) -> None:
    found = read(sheet(tmp_path, ENGLISH.format(when)), SEOUL)
    assert (found["4001"].time, found["4001"].name) == (None, "Areum Kim")
    assert found["4002"].time == datetime(2026, 3, 1, 16, 5, tzinfo=UTC)
    [note] = told(found.values())
    assert f"Grades.csv: line 2, column Last modified (submission): {when!r}" in note
    assert why in note
    assert "write them as 2026-03-02 17:55" in note


@pytest.mark.parametrize("when", ["13/03/2026, 17:55", "03/13/2026, 17:55", "03/03/2026 17:55"])
def test_a_date_in_figures_is_read_where_it_has_one_reading(tmp_path: Path, when: str) -> None:
    found = read(sheet(tmp_path, ENGLISH.format(when)), SEOUL)
    assert found["4001"].time
    assert (found["4001"].time.month, told(found.values())) == (3, [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "cp949"])
@pytest.mark.parametrize("text", [ENGLISH, KOREAN])
def test_a_worksheet_is_known_and_read_in_each_encoding_that_spreadsheets_save(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "Grades.csv"
    path.write_text(text.format("2026-03-01 21:05").replace(",", "\t"), encoding=encoding)
    assert is_one(path)
    assert read(path, SEOUL)["4001"].time == datetime(2026, 3, 1, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "lines",
    [
        ["ID,Name,Zuletzt geändert (Abgabe)", 'Teilnehmer/in551,Ann,"2. März 2026, 17:55"'],
        ["Identifiant;Nom;Modifié", "Participant 551;Ann;2 mars 2026, 17:55", "Participant 9;Bo;-"],
        ["識別子,氏名,最終更新", "参加者551,Ann,2026年 03月 2日 17:55"],
    ],
)
def test_a_worksheet_of_another_language_is_told_with_what_to_do(
    tmp_path: Path, lines: list[str]
) -> None:
    path = sheet(tmp_path, "\n".join(lines))
    assert not is_one(path)
    assert "set Moodle to English or Korean and download it again" in left(path)


@pytest.mark.parametrize(
    "text",
    [
        "id,name\nstudent1,Ann\nstudent2,Bob\n",
        "Student,ID,When\nAnn 1,7,2026-03-02 17:55\nBob 2,8,2026-03-02 17:55\n",
        "Student,ID,SIS Login ID,HW\n   Points Possible,,,1\n",
        "",
        "a,a\nb,c\n",
    ],
)
def test_other_tables_are_left_alone(tmp_path: Path, text: str) -> None:
    path = sheet(tmp_path, text)
    assert (is_one(path), "was left alone" in left(path)) == (False, True)


def test_another_table_is_refused_with_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"worksheet: line 1: no column Last modified"):
        read(sheet(tmp_path, "id,name\nann,Ann\n"), SEOUL)
