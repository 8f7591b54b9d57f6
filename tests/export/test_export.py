"""Points as files that Canvas and Moodle take back: only what is meant to change does."""

import csv
import html
import io
import json
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from nbformat.v4 import new_output
from typer.testing import CliRunner

from grader import export
from grader.classroom import faults, results, spreadsheet
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.spreadsheet import harmless
from grader.cli.app import app
from grader.errors import ExportError, RosterError, TableError
from grader.export.numbers import parsed
from grader.export.people import name_forms
from grader.export.roundtrip import read
from grader.gradebook.session import opened
from tests.support.classes import (
    ALL,
    NAME,
    ODD_NAMES,
    RIGHT,
    TESTS,
    assignment,
    hand_in,
    judged,
    new_class,
    points,
    recorded,
    sanitised,
)

SAMPLES = Path(__file__).parent / "exports"
ROSTER = """\
id,name,email,canvas_id,moodle_id
kim,김민수,minsu@example.ac.kr,1001,
ann,"Ann ""Shorty"" O'Neil",Ann@Example.org,,40012
han,=HYPERLINK(1),han@example.org,,
park,"Park, Ji Soo",js@elsewhere.example,,
dan,Dan Lee,dan@example.org,1005,
gone,"Gone, Gil",gil@example.org,,
"""
LATE = "c = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
SCORES = {"kim": 9.0, "ann": 7.5, "han": 5.0, "park": 4.0, "dan": 0.0, "gone": 2.0}
NEW = "02_new"


def take(folder: ClassFolder, student: str, outcomes: dict[str, str], partial: str = "") -> None:
    """Hand in and record, and keep what the tests said, as grading does."""
    hand_in(folder, student, assignment(RIGHT))
    half = [new_output("execute_result", data={"text/plain": partial})] if partial else []
    graded = judged(sanitised(folder, student), outcomes, half_1=half)
    recorded(folder, student, graded)
    results.keep(folder, Ref(student, NAME), "key", graded)


@pytest.fixture(scope="module")
def graded(tmp_path_factory) -> ClassFolder:
    """A class in which each student has the points of SCORES."""
    folder = new_class(tmp_path_factory.mktemp("graded"))
    take(folder, "kim", ALL)
    take(folder, "ann", ALL, partial="2.5")
    take(folder, "han", ALL | {"half-1": "wrong"})
    take(folder, "park", dict.fromkeys(TESTS, "wrong") | {"half-1": "passed"})
    take(folder, "dan", dict.fromkeys(TESTS, "not_attempted"))
    take(folder, "gone", dict.fromkeys(TESTS, "crashed") | {"double-1": "passed"})
    folder.roster.write_text(ROSTER, encoding="utf-8")
    return folder


@pytest.fixture
def folder(graded: ClassFolder, tmp_path: Path) -> ClassFolder:
    return ClassFolder(shutil.copytree(graded.path, tmp_path / "class"))


def sample(folder: ClassFolder, name: str, **replaced: str) -> Path:
    """A copy of a sample file, with texts replaced."""
    text = (SAMPLES / name).read_bytes().decode("utf-8")
    for old, new in replaced.items():
        assert old in text
        text = text.replace(old, new)
    path = folder.path.parent / name
    path.write_bytes(text.encode("utf-8"))
    return path


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def column(path: Path, key: str, value: str, delimiter: str = ",") -> dict[str, str]:
    return {row[key]: row[value] for row in rows(path, delimiter)}


def test_the_class_has_the_points_that_these_tests_expect(graded):
    assert {row.student: row.score for row in points(graded)} == SCORES


def test_manual_grades_and_late_penalties_count(folder):
    (folder.path.parent / "nbgrader_config.py").write_text(LATE, "utf-8")
    with opened(folder) as book, book.transaction():
        book.update_or_create_assignment(NAME, duedate="2026-03-01 00:00:00 UTC")
        book.find_grade("half-1", NAME, NAME, "han").manual_score = 1.5
    hand_in(folder, "kim", assignment(RIGHT))
    folder.timestamp(Ref("kim", NAME)).write_text("2026-03-02 00:00:00 UTC")
    take(folder, "kim", ALL)
    written = {row["username"]: row for row in rows(moodle(folder, None).path)}
    assert (written["han"][NAME], written["kim"][NAME]) == ("6.5", "0.0")
    assert written["kim"][f"{NAME} feedback"].endswith("<br>지각 감점: 9점")


# --- Canvas ---

CANVAS = f"{NAME} (901234)"


def canvas(folder: ClassFolder, given: Path):
    return export.canvas(folder, given, None, None)


def test_canvas_gets_points_by_its_id_login_user_id_and_name(folder):
    exported = canvas(folder, sample(folder, "canvas.csv"))
    written = column(exported.path, "ID", CANVAS)
    assert exported.path == folder.export("canvas")
    assert [written[str(i)] for i in (1001, 1002, 1003, 1004)] == ["9", "7.5", "5", "4"]
    assert exported.count == 4


def test_canvas_gets_its_other_bytes_back(folder):
    given = sample(folder, "canvas.csv")
    exported = canvas(folder, given)
    before = given.read_text("utf-8").split("\n")
    after = exported.path.read_bytes().decode("utf-8").split("\n")
    assert [i for i, line in enumerate(before) if after[i] != line] == [3, 4, 5, 6]
    assert after[5] == before[5].replace(",=1+1,,20.00", ",=1+1,5,20.00")
    assert after[4] == before[4].replace(",3.00,", ",7.5,")


def test_who_has_no_grade_is_excused_or_is_canvas_own_keeps_what_stood_there(folder):
    exported = canvas(folder, sample(folder, "canvas.csv"))
    written = column(exported.path, "ID", CANVAS)
    assert [written[str(i)] for i in (1005, 1006, 1007)] == ["EX", "4.00", ""]
    assert f"dan: {NAME} stays EX, not 0" in exported.notes


def test_who_is_not_in_the_canvas_file_or_known_by_name_alone_is_listed(folder):
    exported = canvas(folder, sample(folder, "canvas.csv"))
    assert f"gone: has 2 in {NAME}, is not in the file" in exported.notes
    assert "park: known by name alone" in exported.notes
    assert len(exported.notes) == 3


def test_an_equal_grade_keeps_its_bytes(folder):
    given = sample(folder, "canvas.csv", **{'minsu,"Mon, 10:00",,,18': "minsu,M,,9.00,18"})
    assert column(canvas(folder, given).path, "ID", CANVAS)["1001"] == "9.00"


def test_a_file_with_semicolons_and_a_bom_stays_one(folder):
    given = sample(folder, "canvas-semicolons.csv")
    exported = canvas(folder, given)
    assert exported.path.read_bytes()[:3] == given.read_bytes()[:3]
    written = column(exported.path, "ID", CANVAS, ";")
    assert [written[str(i)] for i in (1001, 1002, 1006)] == ["9", "7.5", "4,00"]


def test_an_assignment_that_canvas_does_not_have_becomes_a_column_with_its_points(folder):
    given = sample(folder, "canvas.csv", **{CANVAS: "Numbers (901234)"})
    exported = canvas(folder, given)
    [hidden, possible, first, *_, last] = rows(exported.path)
    assert list(first)[-1] == NAME
    assert (hidden[NAME], possible[NAME], first[NAME], last[NAME]) == ("", "9", "9", "")
    assert any("no column" in note for note in exported.notes)
    before = given.read_text("utf-8").splitlines()
    after = exported.path.read_bytes().decode("utf-8").splitlines()
    assert [new.rpartition(",")[0] for new in after] == before


def test_first_and_last_names_may_have_columns_of_their_own(folder):
    text = (SAMPLES / "canvas.csv").read_text("utf-8")
    text = re.sub(r'(?m)^("[^"]*(?:""[^"]*)*"|[^,]*),', r"\1,,", text)
    text = text.replace("Student,,ID", "LastName,FirstName,ID").replace(
        '"Park, Ji Soo",', "Park,Ji Soo"
    )
    given = folder.path.parent / "names.csv"
    given.write_text(text, "utf-8")
    assert column(canvas(folder, given).path, "ID", CANVAS)["1004"] == "4"


def test_other_points_in_canvas_are_refused_with_what_to_change(folder):
    given = sample(folder, "canvas.csv", **{"9.00,20.00,(read": "100.00,20.00,(read"})
    with pytest.raises(ExportError, match=r"100\.00 points in Canvas and 9 here: set its points"):
        canvas(folder, given)
    assert not folder.export("canvas").exists()


def test_more_than_all_points_in_canvas_are_a_bonus_and_are_listed(folder):
    with opened(folder) as book, book.transaction():
        book.find_grade("half-1", NAME, NAME, "han").manual_score = 6.5
    exported = canvas(folder, sample(folder, "canvas.csv"))
    assert column(exported.path, "ID", CANVAS)["1003"] == "11.5"
    assert f"han: has 11.5 in {NAME}, above its points" in exported.notes


def test_a_read_only_column_is_refused(folder):
    given = sample(folder, "canvas.csv", **{"9.00,20.00,(read": "(read only),20.00,(read"})
    with pytest.raises(ExportError, match="read only"):
        canvas(folder, given)


def test_two_columns_of_one_assignment_are_refused(folder):
    given = sample(folder, "canvas.csv", **{"Essay (901235)": f"{NAME} (901235)"})
    with pytest.raises(ExportError, match="rename all but one"):
        canvas(folder, given)


# lib/gradebook_importer.rb, header?: without the column Section, Canvas takes no gradebook.
NO_SECTION = b"Student,ID,SIS Login ID,Notes\n    Points Possible,,,\n"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x93\xc4PK",
        "이름,점수\n".encode("cp949"),
        b"Name,Points\nann,3\n",
        b'"open,ID\n',
        NO_SECTION,
    ],
)
def test_what_canvas_did_not_export_is_refused_and_nothing_is_written(folder, content):
    given = folder.path.parent / "given.csv"
    given.write_bytes(content)
    with pytest.raises(ExportError, match="export"):
        canvas(folder, given)
    assert not folder.export("canvas").exists()


def test_two_rows_of_one_name_get_nothing_and_are_listed(folder):
    given = sample(folder, "canvas.csv", **{'"Nobody, Nora"': '"Ji Soo, Park"'})
    exported = canvas(folder, given)
    written = column(exported.path, "ID", CANVAS)
    assert (written["1004"], written["1006"]) == ("", "4.00")
    assert any("park" in note and "not one student" in note for note in exported.notes)


def test_a_name_does_not_outweigh_a_canvas_id(folder):
    given = sample(folder, "canvas.csv", **{"김민수,1001": "김민수,2001"})
    exported = canvas(folder, given)
    assert column(exported.path, "ID", CANVAS)["2001"] == ""
    assert f"kim: has 9 in {NAME}, is not in the file" in exported.notes


def test_the_file_that_was_given_is_never_written_over(folder):
    given = sample(folder, "canvas.csv")
    before = given.read_bytes()
    with pytest.raises(ExportError, match="--out"):
        export.canvas(folder, given, None, given)
    assert given.read_bytes() == before


# --- Moodle ---


def moodle(folder: ClassFolder, given: Path | None):
    [exported] = export.moodle(folder, given, None, None)
    return exported


def test_moodle_gets_points_where_grades_can_change_and_work_was_handed_in(folder):
    exported = moodle(folder, sample(folder, "moodle.csv"))
    written = column(exported.path, "Identifier", "Grade")
    assert exported.path == folder.export(f"moodle-{NAME}")
    assert list(written.values()) == ["9", "7.5", "", "4", "", ""]
    assert exported.count == 3


def test_moodle_rows_and_columns_that_are_not_filled_in_keep_their_bytes(folder):
    given = sample(folder, "moodle.csv")
    before = given.read_text("utf-8").split("\n")
    after = moodle(folder, given).path.read_bytes().decode("utf-8").split("\n")
    assert [i for i, line in enumerate(before) if after[i] != line] == [1, 2, 4]
    assert after[2] == before[2].replace(",3.00,9.00", ",7.5,9.00")
    assert after[1].startswith(before[1].removesuffix(",").replace(",,9.00", ",9,9.00"))


def test_never_an_empty_grade_beside_feedback_and_feedback_that_is_there_stays(folder):
    exported = moodle(folder, sample(folder, "moodle.csv"))
    for row in rows(exported.path):
        assert row["Grade"] or not row["Feedback comments"]
    assert rows(exported.path)[1]["Feedback comments"] == "See me, please"


def test_feedback_tells_points_by_exercise_and_what_failed_tests_said(folder):
    feedback = column(
        moodle(folder, sample(folder, "moodle.csv")).path, "Identifier", "Feedback comments"
    )
    assert feedback["Participant 40011"] == "double: 5/5<br>half: 4/4"
    assert feedback["Participant 40014"] == "double: 0/5<br>It was wrong.<br>half: 4/4"


def test_who_gets_nothing_in_moodle_is_listed_with_the_reason(folder):
    notes = "\n".join(moodle(folder, sample(folder, "moodle.csv")).notes)
    assert "han: has 5, but Moodle says its grade cannot be changed (No)" in notes
    assert "dan: has 0, but Moodle says: No submission" in notes
    assert "gone: has 2, is not in the worksheet" in notes
    assert "park: known by name alone" in notes


def test_a_korean_worksheet_is_known(folder):
    given = sample(folder, "moodle-ko.csv")
    exported = moodle(folder, given)
    assert column(exported.path, "식별자", "성적") == {
        "참가자40011": "9",
        "참가자40012": "",
        "참가자40013": "",
    }
    assert exported.path.read_bytes()[:3] == b"\xef\xbb\xbf"
    assert any(note.startswith("ann") and "아니오" in note for note in exported.notes)


def test_a_title_of_that_column_in_another_translation_is_found_by_its_values(folder):
    given = sample(folder, "moodle-ko.csv", **{"Grade can be changed": "성적 변경 가능"})
    assert column(moodle(folder, given).path, "식별자", "성적")["참가자40011"] == "9"


@pytest.mark.parametrize(
    ("moodle_id", "collected"),
    [("Participant 40012", {}), ("참가자40012", {}), ("40012", {"ann": "40012"})],
)
def test_a_student_whose_e_mail_is_another_is_known_by_participant_number(
    folder, moodle_id, collected
):
    folder.roster.write_text(ROSTER.replace(",40012", f",{moodle_id}"), encoding="utf-8")
    changed = {"ann@example.org": "a.oneil@example.org", '"Ann ""Shorty"" O\'Neil"': "A. O."}
    given = sample(folder, "moodle.csv", **changed)
    [exported] = export.moodle(folder, given, None, None, lambda assignment: collected)
    assert column(exported.path, "Identifier", "Grade")["Participant 40012"] == "7.5"


@pytest.mark.parametrize("moodle_id", ["40012", "A40012", "2026-40012", "Group 40012"])
def test_an_id_number_is_nobodys_number_as_a_participant(folder, moodle_id):
    folder.roster.write_text(ROSTER.replace(",40012", f",{moodle_id}"), encoding="utf-8")
    blind = [line for line in rows(SAMPLES / "moodle.csv") if "40012" in line["Identifier"]]
    given = folder.path.parent / "blind.csv"
    with given.open("w", encoding="utf-8", newline="") as file:
        titles = [title for title in blind[0] if title not in ("Full name", "Email address")]
        table = csv.DictWriter(file, titles, extrasaction="ignore")
        table.writeheader()
        table.writerows(blind)
    exported = moodle(folder, given)
    assert (exported.count, rows(exported.path)[0]["Grade"]) == (0, "3.00")
    assert "ann: has 7.5, is not in the worksheet" in exported.notes
    assert [note for note in exported.notes if "numbers of participants alone" in note]

    [known] = export.moodle(folder, given, None, None, lambda assignment: {"kim": "40012"})
    assert (known.count, rows(known.path)[0]["Grade"]) == (1, "9")


def test_another_maximum_in_moodle_is_refused_with_what_to_change(folder):
    given = sample(folder, "moodle.csv", **{",9.00,Yes": ",100.00,Yes"})
    with pytest.raises(ExportError, match=r"100\.00 in Moodle and 9 points here: in Moodle set"):
        moodle(folder, given)
    assert not folder.export(f"moodle-{NAME}").exists()


def test_a_worksheet_in_an_unknown_language_is_refused_with_the_way_out(folder):
    given = sample(folder, "moodle.csv", **{"Grade,": "Bewertung,"})
    with pytest.raises(ExportError, match=r"'Grade' among .* to English"):
        moodle(folder, given)


def test_without_a_worksheet_moodle_gets_a_table_to_import(folder):
    exported = moodle(folder, None)
    written = {row["username"]: row for row in rows(exported.path)}
    assert {name: float(row[NAME]) for name, row in written.items()} == SCORES
    assert written["ann"]["email"] == "Ann@Example.org"
    assert written["kim"][f"{NAME} feedback"] == "double: 5/5<br>half: 4/4"


# --- every test ---


def test_every_test_of_every_student_is_a_row(folder):
    exported = export.tests(folder, None, None)
    table = {(row["student"], row["test"]): row for row in rows(exported.path)}
    assert exported.count == len(table) == len(SCORES) * len(TESTS)
    row = table["han", "half-1"]
    assert (row["assignment"], row["exercise"]) == (NAME, "half")
    assert (row["points"], row["maximum"], row["outcome"]) == ("0.0", "4.0", "wrong")
    assert (row["key"], row["message"]) == ("key.wrong", "It was wrong.")
    assert table["ann", "half-1"]["points"] == "2.5"
    assert table["kim", "half-1"]["name"] == "김민수"


def test_a_spreadsheet_runs_no_name_and_no_message(folder):
    path = folder.result(Ref("han", NAME))
    path.write_text(path.read_text("utf-8").replace("It was wrong.", "@SUM(1)"), "utf-8")
    exported = export.tests(folder, None, None)
    table = {(row["student"], row["test"]): row for row in rows(exported.path)}
    assert table["han", "half-1"]["name"] == "'=HYPERLINK(1)"
    assert table["han", "half-1"]["message"] == "'@SUM(1)"
    assert exported.path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_half_a_character_and_a_nul_in_a_message_stop_nothing(folder):
    path = folder.result(Ref("park", NAME))
    path.write_text(path.read_text("utf-8").replace("It was wrong.", r"\ud800 \u0000!"), "utf-8")
    table = rows(export.tests(folder, None, None).path)
    assert "? !" in {row["message"] for row in table if row["student"] == "park"}
    feedback = column(
        moodle(folder, sample(folder, "moodle.csv")).path, "Identifier", "Feedback comments"
    )
    assert "? !" in feedback["Participant 40014"]


def test_who_is_not_on_the_roster_is_not_imported_into_moodle(folder):
    lines = ROSTER.splitlines(keepends=True)
    folder.roster.write_text("".join(lines[:-1]), "utf-8")
    exported = moodle(folder, None)
    assert "gone" not in column(exported.path, "username", NAME)
    assert [note for note in exported.notes if note.startswith("gone: left out")]


def test_what_moodle_will_not_know_again_is_listed(folder):
    text = ROSTER.replace("han@example.org", "+han@example.org")
    folder.roster.write_text(text, "utf-8")
    exported = moodle(folder, None)
    assert [note for note in exported.notes if "'+han@example.org" in note]
    assert "han" not in column(exported.path, "username", "email")


def test_a_test_without_a_kept_result_was_not_run(folder):
    results.forget(folder, Ref("kim", NAME))
    table = rows(export.tests(folder, None, None).path)
    assert {row["outcome"] for row in table if row["student"] == "kim"} == {"not_run"}


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", " =1", "\r1", "＝1", "＋1"])
def test_what_could_be_a_formula_is_text(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "김민수", "a=b", "1-2", "-", "Lee", "[1; -2.5]"])
def test_ordinary_text_stays_as_it_is(text):
    assert harmless(text) == text


# What a student may call himself or a file, or have told by an exception.
INJECTED = [
    "Kim;=HYPERLINK(1)",
    "Kim,+1+cmd|' /C calc'!A0",
    "Kim\t@SUM(1)",
    "Kim\n-2+3+cmd",
    "Kim; \u3000=1",
    'Kim;"=1"',
    "Kim;＝1;＋1;－1;＠a",
    "Kim;\t=1",
    "\t=1",
    "=1;=1",
    "'=1;'=1",
    "a &lt;= b",
]


def cells(data: bytes) -> list[str]:
    """Every cell that a spreadsheet would make of a file, wherever it splits rows."""
    text = data.decode("utf-8-sig")
    tables = (csv.reader(io.StringIO(text, newline=""), delimiter=each) for each in ",;\t|")
    return [cell for table in tables for row in table for cell in row]


def computed(data: bytes) -> list[str]:
    """The cells that are formulas: all that begin like one and are more than a sign or a number."""
    started = [
        unicodedata.normalize("NFKC", cell).strip().strip('"').strip() for cell in cells(data)
    ]
    return [c for c in started if re.match(r"[=+@-].", c) and not re.fullmatch(r"-?[\d.]+", c)]


@pytest.mark.parametrize("text", INJECTED)
def test_no_cell_is_computed_wherever_a_spreadsheet_splits_rows(text):
    assert computed(spreadsheet.dumps(["a", "b"], [["ann", text], [text, "ann"]])) == []


@pytest.mark.parametrize("text", INJECTED)
def test_what_was_written_for_spreadsheets_is_read_as_it_was(text, tmp_path):
    spreadsheet.write(tmp_path / "a.csv", ["a", "b"], [[text, "ann"]])
    [(_, row)] = spreadsheet.rows(tmp_path / "a.csv", "a")
    assert (row["a"].strip(), row["b"]) == (text.strip(), "ann")


@pytest.mark.parametrize("text", INJECTED)
def test_no_feedback_is_computed_and_it_looks_as_it_was(text, folder):
    path = folder.result(Ref("han", NAME))
    path.write_text(path.read_text("utf-8").replace('"It was wrong."', json.dumps(text)), "utf-8")
    for exported in (moodle(folder, sample(folder, "moodle.csv")), moodle(folder, None)):
        assert computed(exported.path.read_bytes()) == []
    shown = html.unescape(column(exported.path, "username", f"{NAME} feedback")["han"])
    assert html.unescape(text).split()[-1] in html.unescape(shown)


def test_a_table_of_tests_is_not_computed_either(folder):
    text = ROSTER.replace("Dan Lee", "Dan;=1").replace("김민수", "'＝1;－a")
    folder.roster.write_text(text, "utf-8")
    assert computed(export.tests(folder, None, None).path.read_bytes()) == []


# --- what a fault of ours left ungraded ---

LEFT_OUT = (
    f"{{}}: {NAME} is not exported: it has not been graded, through no fault of the submission "
    "(the worker died); run grader grade"
)


@pytest.fixture
def faulty(folder: ClassFolder) -> ClassFolder:
    """A class in which kim has an earlier grade, and new has none."""
    for student in ("kim", "new"):
        faults.note(folder, Ref(student, NAME), "the worker died\nat line 7")
    return folder


def test_a_grade_from_before_a_fault_of_ours_does_not_go_to_canvas(faulty):
    exported = canvas(faulty, sample(faulty, "canvas.csv"))
    written = column(exported.path, "ID", CANVAS)
    assert [written[str(i)] for i in (1001, 1002)] == ["", "7.5"]
    assert exported.notes[:2] == [LEFT_OUT.format("kim"), LEFT_OUT.format("new")]
    assert exported.count == 3


def test_a_grade_from_before_a_fault_of_ours_does_not_go_to_moodle(faulty):
    exported = moodle(faulty, sample(faulty, "moodle.csv"))
    first = rows(exported.path)[0]
    assert (first["Identifier"], first["Grade"], first["Feedback comments"]) == (
        "Participant 40011",
        "",
        "",
    )
    assert exported.notes[:2] == [LEFT_OUT.format("kim"), LEFT_OUT.format("new")]
    exported = moodle(faulty, None)
    assert {row["username"] for row in rows(exported.path)} == SCORES.keys() - {"kim"}
    assert exported.notes == [LEFT_OUT.format("kim"), LEFT_OUT.format("new")]


def test_a_grade_from_before_a_fault_of_ours_is_not_among_the_tests(faulty):
    exported = export.tests(faulty, None, None)
    assert {row["student"] for row in rows(exported.path)} == SCORES.keys() - {"kim"}
    assert exported.notes == [LEFT_OUT.format("kim"), LEFT_OUT.format("new")]


def test_once_it_is_graded_it_is_exported_again(faulty):
    faults.clear(faulty, Ref("kim", NAME))
    exported = export.tests(faulty, None, None)
    assert {row["student"] for row in rows(exported.path)} == {*SCORES}
    assert exported.notes == [LEFT_OUT.format("new")]


def test_a_fault_in_another_assignment_leaves_this_one_as_it_is(folder):
    faults.note(folder, Ref("kim", NEW), "the worker died")
    exported = export.tests(folder, [NAME], None)
    assert ({row["student"] for row in rows(exported.path)}, exported.notes) == ({*SCORES}, [])
    assert export.tests(folder, None, None).notes == [LEFT_OUT.replace(NAME, NEW).format("kim")]


def test_where_faults_left_no_grade_at_all_they_are_named_by_the_error(folder):
    faults.note(folder, Ref("kim", NEW), "the worker died")
    with pytest.raises(ExportError, match=f"(?s)nothing is graded of {NEW}.*kim: {NEW} is not"):
        export.tests(folder, [NEW], None)


def test_a_damaged_note_of_a_fault_leaves_the_grade_out_all_the_same(faulty):
    faulty.fault(Ref("kim", NAME)).write_text("{")
    exported = export.tests(faulty, None, None)
    assert "kim" not in {row["student"] for row in rows(exported.path)}
    assert exported.notes[0].startswith(f"kim: {NAME} is not exported")


# --- in general ---


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_class_folder_may_have_any_name(graded, tmp_path, name):
    folder = ClassFolder(shutil.copytree(graded.path, tmp_path / name))
    assert canvas(folder, sample(folder, "canvas.csv")).path.parent == folder.path / "exports"
    assert moodle(folder, sample(folder, "moodle.csv")).count == 3
    assert export.tests(folder, None, None).count == len(SCORES) * len(TESTS)


def test_a_students_folder_may_have_any_name(folder):
    for name in ODD_NAMES:
        take(folder, name, ALL)
    written = rows(export.tests(folder, None, None).path)
    outcomes = {row["student"]: row["outcome"] for row in written if row["test"] == "half-1"}
    assert {name: outcomes.get(name) for name in ODD_NAMES} == dict.fromkeys(ODD_NAMES, "passed")
    folder.roster.unlink()
    feedback = column(moodle(folder, None).path, "username", f"{NAME} feedback")
    assert {feedback[name] for name in ODD_NAMES} == {"double: 5/5<br>half: 4/4"}


def test_without_a_roster_ids_are_matched(folder):
    folder.roster.unlink()
    given = sample(folder, "canvas.csv", minsu="kim")
    assert column(canvas(folder, given).path, "ID", CANVAS)["1001"] == "9"


def test_a_broken_roster_is_an_error(folder):
    folder.roster.write_text("name\nkim\n", "utf-8")
    with pytest.raises(RosterError, match="id"):
        export.tests(folder, None, None)


def test_an_assignment_that_nobody_handed_in_is_an_error(folder, tmp_path):
    with pytest.raises(ExportError, match=f"{NEW}; there is {NAME}"):
        export.tests(folder, [NEW], None)
    with pytest.raises(ExportError, match="grader grade"):
        export.tests(ClassFolder(tmp_path / "empty"), None, None)


@pytest.mark.parametrize("name", ["canvas.csv", "canvas-semicolons.csv", "moodle.csv"])
def test_a_table_reads_as_pythons_own_and_writes_what_it_read(name):
    data = (SAMPLES / name).read_bytes()
    table = read(data)
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    theirs = list(csv.reader(text, delimiter=table.delimiter, strict=True))
    ours = [[table.value(r, c) for c in range(len(row))] for r, row in enumerate(table.rows)]
    assert ours == theirs
    assert table.data() == data


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_inside_and_between_rows_are_kept(end):
    data = f'a,"b{end}""c""",{end}d,,e{end}{end}f,g,h'.encode()
    table = read(data)
    assert table.value(0, 1) == f'b{end}"c"'
    assert table.data() == data
    table.set(1, 1, 'x, "y"')
    assert list(csv.reader(io.StringIO(table.data().decode(), newline="")))[1][1] == 'x, "y"'


@pytest.mark.parametrize("data", [b'a,"b', b'a,b"c,d', b'"a"b,c', b"\0", b"  \n"])
def test_quotes_that_do_not_pair_up_are_no_table(data):
    with pytest.raises(TableError):
        read(data)


@pytest.mark.parametrize(
    ("text", "number"), [("9.00", 9), ("8,5", 8.5), ("", None), ("EX", None), ("(read only)", None)]
)
def test_numbers_are_read_with_a_point_or_a_comma(text, number):
    assert parsed(text) == number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("김, 민수", "김민수"),
        ("민수 김", "김민수"),
        ("\u1100\u1175\u11b7\u1106\u1175\u11ab\u1109\u116e", "김민수"),
        ("Lovelace, Ada", "Ada Lovelace"),
        ("Ada Maria LOVELACE", "Lovelace, Ada Maria"),
    ],
)
def test_a_name_is_the_same_however_an_lms_orders_it(one, other):
    assert name_forms(one) & name_forms(other)


def test_other_names_are_others():
    assert not name_forms("김민수") & name_forms("김민서")
    assert name_forms("") == name_forms(" , ") == set()


# --- the command ---


def test_the_command_recommends_the_worksheet_to_who_does_without(folder):
    given = sample(folder, "moodle.csv")
    words = ["export", "moodle", "--class", str(folder)]
    ran = CliRunner().invoke(app, words)
    assert "worksheet" in ran.output
    assert "worksheet" not in CliRunner().invoke(app, [*words, "--into", str(given)]).output[:40]


def test_the_command_says_what_it_wrote_and_what_to_look_at(folder):
    given = sample(folder, "canvas.csv")
    options = ["export", "canvas", "--into", str(given), "--class", str(folder)]
    ran = CliRunner().invoke(app, options)
    assert ran.exit_code == 0
    assert f"look at gone: has 2 in {NAME}" in ran.output
    assert f"4 grades in {folder.export('canvas')}" in ran.output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["canvas"], "--into FILE"),
        (["tests", "--into", "x.csv"], "takes no --into"),
        (["moodle", "--into", "nowhere.csv"], "nowhere.csv"),
        (["tests", "--only", NEW], NEW),
    ],
)
def test_the_command_says_what_is_missing(folder, options, said):
    ran = CliRunner().invoke(app, ["export", *options, "--class", str(folder)])
    assert ran.exit_code == 1
    assert said in ran.output
