"""The roster of a class: what a spreadsheet saves is read, and what is wrong is pointed at."""

import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest

from grader.classroom.folder import ClassFolder
from grader.classroom.roster import Student, read, write
from grader.errors import RosterError
from tests.support.classes import ODD_NAMES


def roster(folder: Path, content: str | bytes) -> list[Student]:
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    (folder / "roster.csv").write_bytes(data)
    return read(ClassFolder(folder))


FULL = """id,name,email,canvas_id,moodle_id,group,extension:01_tokenizer,extension:02_rnn
kim-areum,김아름,areum@school.example,4711,20260001,A,1.5,
ellis,"Ward, Ellis",Ellis@School.example,,,B,,2
"""


def test_every_column_is_read_and_unknown_ones_are_left_alone(tmp_path: Path) -> None:
    kim, ellis = roster(tmp_path, FULL)
    days = {"01_tokenizer": timedelta(days=1, hours=12)}
    assert kim == Student(
        "kim-areum", "김아름", "areum@school.example", "4711", "20260001", extensions=days
    )
    assert (ellis.name, ellis.canvas_id) == ("Ward, Ellis", "")
    assert ellis.extensions == {"02_rnn": timedelta(days=2)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_excel_saves_is_read(tmp_path: Path, encoding: str, end: str) -> None:
    students = roster(tmp_path, FULL.replace("\n", end).encode(encoding))
    assert [student.name for student in students] == ["김아름", "Ward, Ellis"]


def test_hangul_from_a_mac_is_composed(tmp_path: Path) -> None:
    [student] = roster(tmp_path, unicodedata.normalize("NFD", "id,name\n한별,한별\n"))
    assert (student.id, student.name) == ("한별", "한별")


def test_only_the_id_is_needed_and_empty_rows_are_passed_over(tmp_path: Path) -> None:
    assert roster(tmp_path, " ID \nann\n\n bob \n") == [Student("ann"), Student("bob")]


def test_semicolons_and_tabs_separate_too(tmp_path: Path) -> None:
    for mark in ";\t":
        assert roster(tmp_path, f"id{mark}name\nann{mark}Ann\n") == [Student("ann", "Ann")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "line 1: no column id"),
        ("student,name\nann,Ann\n", "line 1: no column id; there are student, name"),
        ("id,name,name\n", "line 1, column name: .* twice"),
        ("id\n.\n", "line 2, column id: .*'.'"),
        ("id,name\nann,Ann\n,Bob\n", "line 3, column id: .*''"),
        ("id\n..\n", "line 2, column id"),
        ("id\na/b\n", "line 2, column id: .*'a/b'"),
        ("id\nann\nbob\nANN\n", "line 4, column id: 'ANN' is on line 2"),
        ("id,canvas_id\nann,7\nbob,7\n", "line 3, column canvas_id: '7' is on line 2"),
        ("id,name\nann,Ward, Ann\n", "line 2: 3 values for 2 columns.*quotes"),
        ("id,moodle_id\nann,2.02E+11\n", "line 2, column moodle_id: .*rounded"),
        ("id,extension:01_x\nann,soon\n", "line 2, column extension:01_x: .*'soon'"),
        ("id,extension:01_x\nann,-1\n", "line 2, column extension:01_x"),
        ("id,extension:01_x\nann,nan\n", "line 2, column extension:01_x"),
        (b"\xff\xfei\0d", "neither UTF-8, UTF-16 nor CP949"),
    ],
)
def test_a_fault_is_told_with_its_line_and_column(tmp_path: Path, content, said: str) -> None:
    with pytest.raises(RosterError, match=f"roster.csv: {said}"):
        roster(tmp_path, content)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_id_is_any_name_of_a_folder_and_so_is_the_class(tmp_path: Path, name: str) -> None:
    folder = ClassFolder(tmp_path / name)
    write(folder, [Student(name)])
    assert read(folder) == [Student(name)]


def test_a_roster_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    write(ClassFolder(tmp_path), [Student("ann")])
    with pytest.raises(RosterError, match="is there already"):
        write(ClassFolder(tmp_path), [Student("bob")])
    assert read(ClassFolder(tmp_path)) == [Student("ann")]


def test_a_class_without_a_roster_is_told_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match=r"no .*roster\.csv: write a CSV .* id, name, email"):
        read(ClassFolder(tmp_path))
