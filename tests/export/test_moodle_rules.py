"""What Moodle does with our files, by its own source: nothing is skipped that was not listed."""

import csv
import io
import re
from pathlib import Path

import pytest

from grader.classroom.roster import Student
from grader.errors import ExportError
from grader.export import moodle_import
from grader.export.moodle import fill
from grader.export.people import Grade

NAME = "01_numbers"
SAMPLES = Path(__file__).parent / "exports"
KIM = Student("kim", "김민수", "minsu@example.ac.kr")
ANN = Student("ann", 'Ann "Shorty" O\'Neil', "ann@example.org")


def sheet(**replaced: str) -> bytes:
    text = (SAMPLES / "moodle.csv").read_text("utf-8")
    for old, new in replaced.items():
        assert old in text
        text = text.replace(old, new)
    return text.encode("utf-8")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def filled(points: dict[str, float], data: bytes | None = None) -> tuple[dict[str, str], list[str]]:
    grades = {student: Grade(each, "text") for student, each in points.items()}
    done, _, notes = fill(data or sheet(), [KIM, ANN], NAME, grades, 9.0)
    return {row["Identifier"][-5:]: row["Grade"] for row in rows(done)}, notes


# --- the grading worksheet ---


# mod/assign/feedback/offline/locallib.php, process_import_grades: a grade above the maximum or
# below 0 is skipped in silence, and the feedback beside it is not.
@pytest.mark.parametrize(("points", "taken"), [(10.5, "9"), (9.01, "9"), (-1.0, "0"), (9.0, "9")])
def test_points_that_moodle_would_skip_become_the_nearest_it_takes(points: float, taken: str):
    grades, notes = filled({"kim": points})
    assert grades["40011"] == taken
    told = [note for note in notes if note.startswith("kim") and f"Moodle takes {taken}" in note]
    assert bool(told) == (points != 9.0)


# mod/assign/feedback/offline/importgradeslib.php, init: without its columns of the identifier, the
# grade and the time of the last grade, the worksheet is refused.
@pytest.mark.parametrize("title", ["Last modified (grade)", "Grade,", "Identifier"])
def test_a_worksheet_that_moodle_would_refuse_is_refused_here(title: str):
    with pytest.raises(ExportError, match=re.escape(title.strip(","))):
        filled({"kim": 1.0}, sheet(**{title: title.replace("d", "_").replace("e", "_")}))


def test_the_time_of_the_submission_alone_is_not_enough():
    lines = (SAMPLES / "moodle.csv").read_text("utf-8").split("\n")
    less = "\n".join(re.sub(r',("Last modified \(grade\)")', "", line) for line in lines)
    with pytest.raises(ExportError, match=r"'Last modified \(grade\)'"):
        filled({"kim": 1.0}, less.encode())


# mod/assign/feedback/offline/importgradeslib.php, next: a row whose identifier is nobody's is
# skipped in silence.
@pytest.mark.parametrize("identifier", ['""', '"Participant"', "-"])
def test_a_row_without_a_participants_number_is_listed_and_left_alone(identifier: str):
    grades, notes = filled({"kim": 9.0}, sheet(**{'"Participant 40011"': identifier}))
    assert "9" not in grades.values()
    assert [note for note in notes if note.startswith("kim") and "no number" in note]


# mod/assign/feedback/offline/locallib.php, process_import_grades: $stalemodificationdate skips who
# was graded after the time in the worksheet, which strtotime reads: any other language is 0.
@pytest.mark.parametrize(
    "time", ['"Tuesday, 3 March 2026, 9:00 AM"', '"2026년 3월 3일, 화요일, 09:00"', "2026-03-03"]
)
def test_who_has_a_grade_already_is_listed_with_what_to_tick(time: str):
    data = sheet(**{'"Tuesday, 3 March 2026, 9:00 AM"': time})
    _, notes = filled({"kim": 9.0, "ann": 7.5}, data)
    [note] = [note for note in notes if "Allow updating records" in note]
    assert note.startswith("ann")


def test_who_keeps_their_grade_is_not_listed():
    _, notes = filled({"ann": 3.0})
    assert not [note for note in notes if "Allow updating records" in note]


# mod/assign/feedback/offline/importgradeslib.php, parsecsv: older versions take commas alone.
def test_a_worksheet_saved_with_semicolons_is_told_of():
    data = sheet().replace(b",", b";").replace(b"; ", b", ")
    _, _, notes = fill(data, [KIM], NAME, {"kim": Grade(9)}, 9.0)
    assert any("separated by commas" in note for note in notes)


# --- Grades → Import → CSV file ---


def imported(
    students: list[Student],
    points: dict[str, float],
    unlisted: tuple[str, ...] = (),
    maximum: float = 9.0,
) -> tuple[list[dict[str, str]], list[str]]:
    grades = {student: Grade(each) for student, each in points.items()}
    data, count, notes = moodle_import.table(NAME, students, unlisted, grades, maximum)
    assert count == len(rows(data))
    return rows(data), notes


ALL = {"kim": 9.0, "ann": 3.0, "eve": 4.0}


# grade/import/csv/classes/load_data.php, check_user_exists: an unknown user ends the whole import;
# map_user_data_with_value: a blank key keeps the user of the row above.
@pytest.mark.parametrize(
    ("eve", "unlisted", "why"),
    [
        (Student("eve"), ("eve",), "the roster does not have them"),
        (Student("eve", "Eve"), (), "no e-mail address"),
        (Student("eve", "Eve", "=eve@example.org"), (), "will not know '=eve@example.org"),
    ],
)
def test_an_import_holds_those_alone_whom_moodle_knows(eve: Student, unlisted, why: str):
    table, notes = imported([KIM, ANN, eve], ALL, unlisted)
    assert [row["username"] for row in table] == ["kim", "ann"]
    [note] = notes
    assert note.startswith("eve: left out")
    assert why in note


@pytest.mark.parametrize("numbers", [("1", ""), ("", "2"), ("", "")])
def test_no_column_of_an_import_by_which_moodle_may_go_has_a_gap(numbers: tuple[str, str]):
    one, other = (
        Student(s.id, s.name, s.email, moodle_id=number)
        for s, number in zip((KIM, ANN), numbers, strict=True)
    )
    table, _ = imported([one, other], ALL)
    assert list(table[0]) == ["username", "email", NAME, f"{NAME} feedback"]
    assert all(row["username"] and row["email"] for row in table)


def test_where_nobody_has_an_address_the_ids_do():
    table, notes = imported([Student("kim"), Student("ann")], ALL)
    assert [row["username"] for row in table] == ["kim", "ann"]
    assert "email" not in table[0]
    assert notes == []


# grade/import/csv/classes/load_data.php, insert_grade_record: a grade above 100 ends the import.
def test_points_that_no_import_takes_are_refused_with_the_way_to_go():
    with pytest.raises(ExportError, match=r"none above 100: fill in the grading worksheet"):
        imported([KIM], {"kim": 50.0}, maximum=120.0)


def test_bonus_points_end_at_the_maximum_and_are_listed():
    [row], notes = imported([KIM], {"kim": 10.0})
    assert float(row[NAME]) == 9.0
    assert notes == ["kim: has 10, of which Moodle takes 9"]
