"""A class under other names: none of the old ones in any byte, one new one for each student."""

import json
import unicodedata
from base64 import b64encode
from pathlib import Path
from urllib.parse import quote

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from grader.classroom import results, roster, trail
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.trail import Step
from grader.errors import ClassError
from grader.gradebook.pseudonymise import pseudonymise
from grader.gradebook.session import opened
from grader.outcome import Graded, TestOutcome
from grader.pages import feedback, report
from tests.support.classes import (
    ALL,
    NAME,
    RIGHT,
    assignment,
    hand_in,
    judged,
    new_class,
    points,
    recorded,
    sanitised,
)

pytestmark = pytest.mark.slow

ROSTER = """id,name,email,canvas_id,moodle_id,extension:01_numbers
kim-sy,김서연,seoyeon.kim@school.example,31071,20260007,1.5
ward,Ellis Ward,ellis@school.example,31072,20260008,
ward2,이 준,jun@school.example,31073,20260009,
"""
GONE = (
    *("kim-sy", "김서연", "seoyeon", "20260007", "31071", "Ellis", "Ward", "ward", "20260008"),
    *("이 준", "이준", "ward2", "guest-17", "displayName", "PICTURE"),
)
SAID = {
    "kim-sy": "# 이름: 김서연 (20260007), kim-sy, 짝은 Ellis Ward",
    "ward": "# by Ward, Ellis; C:\\Users\\ellis_ward\\file.py; seoyeon.kim@school.example",
    "ward2": "# 이준입니다. 준 이, " + unicodedata.normalize("NFD", "김서연"),
    "guest-17": "# " + quote("김서연") + ' "\\uae40\\uc11c\\uc5f0" EllisWard',
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> ClassFolder:
    folder = new_class(tmp_path_factory.mktemp("class"))
    folder.roster.write_text(ROSTER, "utf-8-sig")
    for student, said in SAID.items():
        nb = assignment({name: f"{said}\n{code}" for name, code in RIGHT.items()})
        nb.cells.append(new_markdown_cell(said, attachments={"a": {"image/png": "PICTURE"}}))
        output = new_output("display_data", {"image/png": "PICTURE", "text/plain": said})
        user = {"executionInfo": {"user": {"displayName": "Kim", "userId": "1"}}}
        nb.cells.append(new_code_cell(said, outputs=[output], metadata=user))
        hand_in(folder, student, nb)
        ref = Ref(student, NAME)
        (folder.submitted(ref) / f"{student} 김서연.txt").write_text(said)
        (folder.submitted(ref) / "photo.png").write_bytes(b"\x89PNG\0" + b64encode(b"kim-sy"))
        told = judged(sanitised(folder, student), ALL | {"half-1": "wrong"})
        recorded(folder, student, told)
        test = TestOutcome("half-1", "wrong", "check.value", said, said)
        results.keep(folder, ref, "key", Graded(b"", (*told.tests[:-1], test), {"total": 0.1}))
        trail.add(folder, ref, Step("2026-03-01", f"1 wrong of {said}"))
    return folder


@pytest.fixture(scope="module")
def made(folder: ClassFolder) -> ClassFolder:
    made = ClassFolder(folder.path.parent / "others")
    assert pseudonymise(folder, made.path).students == 4
    return made


def test_no_byte_of_it_has_a_name(made: ClassFolder) -> None:
    for path in made.path.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        for text in GONE:
            for form in (text, unicodedata.normalize("NFD", text), json.dumps(text)[1:-1]):
                assert form not in str(path.relative_to(made.path))
                assert form.encode() not in data, (path, form)


def test_a_student_has_one_name_everywhere(folder: ClassFolder, made: ClassFolder) -> None:
    students = {student.id for student in roster.read(made)}
    assert len(students) == 3
    for step in ("submitted", "autograded", "results"):
        there = {path.name for path in made.step(step).iterdir()}
        assert len(there) == 4
        assert students < there
    assert {row.student for row in points(made)} == there
    [partner] = {
        line.rpartition("짝은 ")[2]
        for path in made.step("submitted").rglob("*.txt")
        for line in path.read_text().splitlines()
        if "짝은" in line
    }
    assert partner in students


def test_it_can_be_looked_at_as_the_class_can(folder: ClassFolder, made: ClassFolder) -> None:
    scores = sorted(row.score for row in points(made))
    assert scores == sorted(row.score for row in points(folder))
    ref = Ref(points(made)[0].student, NAME)
    assert results.read(made, ref).tests["half-1"].outcome == "wrong"
    assert len(trail.of(made, ref)) == 1
    with opened(made) as book:
        assert feedback.write(book, ref).is_file()
        assert report.write(book, NAME).is_file()
    days = [student.extensions for student in roster.read(made)]
    assert sum(map(bool, days)) == 1


def test_what_cannot_be_read_is_left_out_and_named(folder: ClassFolder, tmp_path: Path) -> None:
    told = pseudonymise(folder, tmp_path / "new")
    assert len(told.left_out) == 4
    assert all(name.endswith("photo.png") for name in told.left_out)


def test_two_times_give_no_hint_who_is_who(folder: ClassFolder, tmp_path: Path) -> None:
    orders = set()
    for number in range(8):
        made = ClassFolder(tmp_path / str(number))
        pseudonymise(folder, made.path)
        orders.add(tuple(student.name[:2] for student in roster.read(made)))
    assert len(orders) > 1


@pytest.mark.parametrize("place", ["full", "class/inside", "class"])
def test_it_is_never_written_into_what_is_there(tmp_path: Path, place: str) -> None:
    folder = new_class(tmp_path)
    hand_in(folder, "ann", assignment(RIGHT))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("precious")
    with pytest.raises(ClassError, match=r"not empty|in the class itself"):
        pseudonymise(folder, tmp_path / place)
    assert (tmp_path / "full" / "file").read_text() == "precious"
    assert not (folder.path / "inside").exists()


@pytest.mark.parametrize("ids", [("student-001", "student-002"), ("max", "7"), ("person-1", "s 1")])
def test_odd_ids_have_other_names_too(tmp_path: Path, ids: tuple[str, str]) -> None:
    folder = new_class(tmp_path)
    for student in ids:
        hand_in(folder, student, assignment(RIGHT | {"half": "def half(x):\n    return max(x, 7)"}))
        recorded(folder, student, judged(sanitised(folder, student), ALL))
    made = ClassFolder(tmp_path / "others")
    told = pseudonymise(folder, made.path)
    assert not {row.student for row in points(made)} & {*ids}
    assert not {path.name for path in made.step("submitted").iterdir()} & {*ids}
    if "max" in ids:
        assert told.unsaid == ["7", "max"]
        [text, _] = (path.read_text() for path in made.path.glob("submitted/*/*/*.ipynb"))
        assert "max(x, 7)" in text


@pytest.mark.parametrize(
    "data",
    [b"{", b"\xff\xfe" + "{} kim-sy".encode("utf-16-le"), "김서연".encode("cp949"), b"[" * 9999],
)
def test_damaged_files_have_other_names_or_are_left_out(tmp_path: Path, data: bytes) -> None:
    folder = new_class(tmp_path)
    folder.roster.write_text(ROSTER)
    hand_in(folder, "kim-sy", data)
    pseudonymise(folder, tmp_path / "others")
    for path in (tmp_path / "others").rglob("*.ipynb"):
        assert b"kim-sy" not in path.read_bytes()
        assert "김서연" not in path.read_text()


def test_a_folder_without_a_class_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClassError, match="no class"):
        pseudonymise(ClassFolder(tmp_path / "nowhere"), tmp_path / "others")
    assert list(tmp_path.iterdir()) == []
