"""What comes from Moodle, Canvas, a mail or a disk lands in submitted/, and nothing gets lost."""

import base64
import gzip
import html
import json
import os
import unicodedata
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grader.classroom import roster
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.roster import Student
from grader.cli.app import app
from grader.collect import Collected, collect, draft, trace
from grader.collect.recognise import Recogniser
from grader.errors import CollectError, RosterError, TableError
from grader.notebooks import files
from grader.sample import as_colab_saves
from tests.support.classes import ODD_NAMES

TOKENIZER, RNN = "01_tokenizer", "02_rnn"
ROSTER = """id,name,email,canvas_id,moodle_id
20260001,김아름,areum@school.example,67,
20260002,이다솜,dasom@school.example,68,
ellis,"Ward, Ellis",ellis.ward@school.example,69,
20260004,박이슬,,,771
"""
MOODLE = "{}_{}_assignsubmission_file_/{}"
T = datetime(2026, 3, 2, 9, 0, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def released(root: Path) -> dict[str, bytes]:
    korean = root / "notebooks" / "ko"
    return {name: (korean / f"{name}.ipynb").read_bytes() for name in (TOKENIZER, RNN)}


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return with_roster(tmp_path / "class", ROSTER)


def with_roster(path: Path, text: str) -> ClassFolder:
    folder = ClassFolder(path)
    path.mkdir(exist_ok=True)
    folder.roster.write_text(text, encoding="utf-8")
    return folder


def answered(data: bytes, answer: str) -> bytes:
    """The notebook with one more cell, so that it is a version of its own."""
    content = json.loads(data)
    cell = {"cell_type": "code", "id": "more", "metadata": {}, "source": answer}
    content["cells"].append(cell | {"outputs": [], "execution_count": None})
    return json.dumps(content, ensure_ascii=False).encode()


def without_metadata(data: bytes) -> bytes:
    content = json.loads(data)
    for cell in content["cells"]:
        cell["metadata"] = {}
    return json.dumps(content).encode()


def zipped(path: Path, members: dict[str, bytes], when: datetime = T) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, when.astimezone().timetuple()[:6])
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return path


def on_disk(path: Path, data: bytes, when: datetime = T) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (when.timestamp(), when.timestamp()))
    return path


def decide(folder: ClassFolder, file: str, student: str) -> None:
    """Fill in the student of the lines about a file, as a person does in a spreadsheet."""
    lines = [
        replace(line, student=student) if line.whose.startswith(file) else line
        for line in trace.decisions(folder)
    ]
    assert lines != trace.decisions(folder)
    trace.write_unmatched(folder, lines)


def submission(folder: ClassFolder, student: str, name: str = TOKENIZER) -> bytes | None:
    path = folder.notebook(Ref(student, name))
    return path.read_bytes() if path.exists() else None


def stamp(folder: ClassFolder, student: str, name: str = TOKENIZER) -> str:
    path = folder.timestamp(Ref(student, name))
    return path.read_text() if path.exists() else ""


def outcomes(collected: Collected) -> dict[str, tuple[str, str]]:
    return {f.file.split("/")[-1]: (f.outcome, f.student) for f in collected.files}


def everything(folder: ClassFolder) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.path.rglob("*") if path.is_file()}


# --- what the systems pack ---


@pytest.mark.parametrize(
    ("member", "student"),
    [
        (MOODLE.format("김아름", 5501, "hw.ipynb"), "20260001"),
        (MOODLE.format("아름 김", 5501, "과제.ipynb"), "20260001"),
        (MOODLE.format("김아름(20260001)", 5501, "과제.ipynb"), "20260001"),
        (MOODLE.format("Ellis Ward", 5503, "sub/folder/hw.ipynb"), "ellis"),
        ("ELLIS WARD_5503_assignsubmission_file/hw.ipynb", "ellis"),
        ("Ellis Ward_5503_assignsubmission_file_hw.ipynb", "ellis"),
        (MOODLE.format("Participant", 771, "hw.ipynb"), ""),
        (MOODLE.format("참가자", 771, "hw.ipynb"), ""),
        (MOODLE.format("Participant", 20260001, "hw.ipynb"), ""),
        ("Participant_20260001/hw.ipynb", ""),
        ("participant 20260001.ipynb", ""),
        (MOODLE.format("TEAM", 771, "hw.ipynb"), ""),
        (MOODLE.format("2조", 771, "hw.ipynb"), ""),
        (MOODLE.format("Team 20260001", 5, "hw.ipynb"), ""),
        (MOODLE.format("박이슬", 20260001, "hw.ipynb"), "20260004"),
        ("wardellis_69_80123_hw.ipynb", "ellis"),
        ("wardellis_LATE_69_80123_hw-2.ipynb", "ellis"),
        ("group3_69_80123_hw.ipynb", ""),
        ("이다솜_69_80123_hw.ipynb", ""),
        ("3반김아름_67_80123_hw.ipynb", "20260001"),
        ("20260001김아름_LATE_67_80123_hw.ipynb", "20260001"),
        ("1wardellisj_69_80123_hw.ipynb", "ellis"),
        ("HW 1_ellis.ward_attempt_2026-03-02-17-55-12_hw.ipynb", "ellis"),
        ("01_tokenizer_dasom_attempt_2026-03-02-17-55-12_hw.ipynb", "20260002"),
        ("HW_team1_attempt_2026-03-02-17-55-12_hw.ipynb", ""),
        ("김아름 - Ellis Ward.ipynb", "20260001"),
        ("박이슬_70_80123_hw.ipynb", "20260004"),
        ("20260001.ipynb", "20260001"),
        ("20260001_01_tokenizer.ipynb", "20260001"),
        ("ellis_20260004_100_01.ipynb", ""),
        ("김아름의 사본.ipynb", "20260001"),
        ("사본 - 김아름.ipynb", "20260001"),
        ("Copy of 01_tokenizer 김 아름 (1).ipynb", "20260001"),
        ("01_tokenizer_WardEllis.ipynb", "ellis"),
        ("ellis ward hw (2)/Untitled.ipynb", "ellis"),
        ("ellis.ward@school.example/Untitled0.ipynb", "ellis"),
        ("mail/dasom/01_tokenizer.ipynb", "20260002"),
        ("Untitled.ipynb", ""),
    ],
)
def test_a_student_is_known_by_what_names_say(
    root: Path, folder: ClassFolder, released, tmp_path: Path, member: str, student: str
) -> None:
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, member)
        archive = zipped(tmp_path / "all.zip", {name: released[TOKENIZER]})
        [found] = collect(root, folder, [archive]).files
        assert (found.student, found.outcome == "unmatched") == (student, not student)


def test_students_of_one_name_are_told_apart_by_number_or_by_a_person(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    folder.roster.write_text("id,name,moodle_id\n11111,김한솔,1\n22222,김한솔,2\n")
    members = {
        MOODLE.format("김한솔", 2, "a.ipynb"): released[TOKENIZER],
        MOODLE.format("김한솔", 9, "b.ipynb"): released[TOKENIZER],
        "김한솔 11111.ipynb": released[TOKENIZER],
    }
    collected = collect(root, folder, [zipped(tmp_path / "all.zip", members)])
    assert outcomes(collected) == {
        "a.ipynb": ("placed", "22222"),
        "b.ipynb": ("unmatched", ""),
        "김한솔 11111.ipynb": ("placed", "11111"),
    }
    assert [line.guess for line in collected.unmatched] == ["11111 or 22222"]


def test_names_that_contradict_each_other_are_for_a_person(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    members = {"김아름/20260002.ipynb": released[TOKENIZER]}
    [found] = collect(root, folder, [zipped(tmp_path / "all.zip", members)]).files
    assert found.outcome == "unmatched"


def test_what_a_student_named_does_not_outweigh_what_the_lms_wrote(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    members = {MOODLE.format("이다솜", 1, "김아름 20260001.ipynb"): released[TOKENIZER]}
    [found] = collect(root, folder, [zipped(tmp_path / "all.zip", members)]).files
    assert found.student == "20260002"


def test_content_and_not_the_name_says_which_assignment(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    english = (root / "notebooks" / "en" / f"{RNN}.ipynb").read_bytes()
    colab = as_colab_saves(files.parse(released[RNN])).encode()
    members = {
        "20260001/01_tokenizer.ipynb": released[RNN],
        "20260002/01_tokenizer.ipynb": english,
        "ellis/01_tokenizer.ipynb": colab,
        "20260004/01_tokenizer.ipynb": without_metadata(released[RNN]),
    }
    collected = collect(root, folder, [zipped(tmp_path / "all.zip", members)])
    assert [found.assignment for found in collected.files] == [RNN] * 4
    assert [f.note for f in collected.to_look_at()] == ["its nbgrader metadata are lost"]
    assert submission(folder, "20260001", RNN) == released[RNN]


def test_a_zip_in_a_zip_is_the_students_whose_folder_it_is_in(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    inner = zipped(tmp_path / "inner.zip", {"hw/x.ipynb": released[TOKENIZER]}).read_bytes()
    archive = zipped(tmp_path / "all.zip", {MOODLE.format("이다솜", 1, "hw.zip"): inner})
    [found] = collect(root, folder, [archive]).files
    assert (found.outcome, found.student) == ("placed", "20260002")


def test_a_folder_with_archives_and_a_single_notebook_are_taken_too(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    mails = tmp_path / "mails"
    zipped(mails / "김아름.zip", {"hw.ipynb": released[TOKENIZER]})
    on_disk(mails / "Ellis Ward" / "hw.ipynb.txt", released[TOKENIZER])
    single = on_disk(tmp_path / "20260004.ipynb", released[TOKENIZER])
    collected = collect(root, folder, [mails, single])
    assert sorted(f.student for f in collected.of("placed")) == ["20260001", "20260004", "ellis"]


# --- times and versions ---


def test_the_latest_of_several_counts_and_the_others_are_kept(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    first, second = (answered(released[TOKENIZER], answer) for answer in ("1", "2"))
    mails = tmp_path / "mails"
    on_disk(mails / "a 20260001.ipynb", second, T + timedelta(hours=1))
    on_disk(mails / "b 20260001.ipynb", first, T)
    collected = collect(root, folder, [mails])
    assert outcomes(collected) == {
        "a 20260001.ipynb": ("placed", "20260001"),
        "b 20260001.ipynb": ("superseded", "20260001"),
    }
    assert submission(folder, "20260001") == second
    for kept in (first, second):
        assert folder.version(Ref("20260001", TOKENIZER), files.sha256(kept)).read_bytes() == kept


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_older_file_that_comes_later_replaces_nothing(
    root: Path, folder: ClassFolder, released, tmp_path: Path, order
) -> None:
    versions = [answered(released[TOKENIZER], answer) for answer in "01"]
    for number in order:
        when = T + timedelta(hours=number)
        path = on_disk(tmp_path / f"mail{number}" / "20260001.ipynb", versions[number], when)
        collected = collect(root, folder, [path.parent])
    assert collected.files[0].outcome == ("placed" if order == (0, 1) else "superseded")
    assert submission(folder, "20260001") == versions[1]
    assert len(trace.log(folder)) == 2


def test_canvas_counts_uploads_and_marks_what_is_late(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    members = {
        "wardellis_LATE_69_80500_hw-1.ipynb": answered(released[TOKENIZER], "2"),
        "wardellis_LATE_69_80100_hw.ipynb": answered(released[TOKENIZER], "1"),
    }
    [early, late] = collect(root, folder, [zipped(tmp_path / "c.zip", members)]).files[::-1]
    assert submission(folder, "ellis") == answered(released[TOKENIZER], "2")
    assert (early.late, late.late) == (True, True)
    assert [line.late for line in trace.log(folder)] == [True, True]


def test_a_download_does_not_pass_for_the_time_of_handing_in(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    on_disk(tmp_path / "mail" / "ellis.ipynb", released[TOKENIZER], T)
    collect(root, folder, [tmp_path / "mail"])
    folder.timestamp(Ref("ellis", TOKENIZER)).write_text("2026-03-02 09:00:00 UTC")
    members = {"ellis.ipynb": answered(released[TOKENIZER], "1")}
    archive = zipped(tmp_path / "c.zip", members, T + timedelta(days=9))
    collect(root, folder, [archive])
    assert submission(folder, "ellis") == answered(released[TOKENIZER], "1")
    assert stamp(folder, "ellis") == ""


def test_a_notebook_downloaded_again_is_no_later_than_a_mail_since_then(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    old, mailed = released[TOKENIZER], answered(released[TOKENIZER], "mended")
    member = MOODLE.format("Ellis Ward", 5, "hw.ipynb")
    collect(root, folder, [zipped(tmp_path / "1.zip", {member: old}, T)])
    on_disk(tmp_path / "mail" / "ellis.ipynb", mailed, T + timedelta(days=1))
    collect(root, folder, [tmp_path / "mail"])
    decide(folder, "mail/ellis.ipynb", "ellis")
    collect(root, folder, [tmp_path / "mail"])
    assert submission(folder, "ellis") == mailed
    collect(root, folder, [zipped(tmp_path / "2.zip", {member: old}, T + timedelta(days=2))])
    assert submission(folder, "ellis") == mailed


def test_an_lms_shows_in_each_download_what_counts_then(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    versions = {"a": released[TOKENIZER], "b": answered(released[TOKENIZER], "b")}
    member = MOODLE.format("Ellis Ward", 5, "hw.ipynb")
    for day, version in enumerate("aba"):
        when = T + timedelta(days=day)
        archive = zipped(tmp_path / f"{day}.zip", {member: versions[version]}, when)
        collect(root, folder, [archive])
        assert submission(folder, "ellis") == versions[version]


WORKSHEET = """Identifier,Email address,Status,Last modified (submission)
Participant 5,ellis.ward@school.example,Submitted for grading - 1 day late,"1 March 2026, 9:05 PM"
"""


def test_a_time_that_an_instructor_took_away_does_not_come_back(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    (tmp_path / "Grades.csv").write_text(WORKSHEET)
    member = {MOODLE.format("Ellis Ward", 5, "hw.ipynb"): released[TOKENIZER]}
    paths = [zipped(tmp_path / "1.zip", member), tmp_path / "Grades.csv"]
    collect(root, folder, paths)
    folder.timestamp(Ref("ellis", TOKENIZER)).unlink()
    collect(root, folder, paths)
    assert stamp(folder, "ellis") == ""


def test_moodles_worksheet_says_when_it_was_handed_in_and_by_whom(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    (tmp_path / "Grades.csv").write_text(WORKSHEET)
    archive = zipped(
        tmp_path / "1.zip", {MOODLE.format("엘리스 워드", 5, "hw.ipynb"): released[TOKENIZER]}
    )
    [found] = collect(root, folder, [archive, tmp_path / "Grades.csv"]).files
    assert (found.outcome, found.student, found.late) == ("placed", "ellis", True)
    when = datetime(2026, 3, 1, 21, 5).astimezone(UTC)
    assert stamp(folder, "ellis") == when.strftime("%Y-%m-%d %H:%M:%S UTC")


@pytest.mark.parametrize("when", ["02/03/2026, 21:05", "1. März 2026, 21:05"])
def test_a_time_of_the_worksheet_that_cannot_be_read_costs_that_time_alone(
    root: Path, folder: ClassFolder, released, tmp_path: Path, when: str
) -> None:
    other = 'Participant 6,areum@school.example,Submitted for grading,"2 March 2026, 5:55 PM"\n'
    sheet = tmp_path / "Grades.csv"
    sheet.write_text(WORKSHEET.replace("1 March 2026, 9:05 PM", when) + other, encoding="utf-8")
    members = {
        MOODLE.format(name, number, "hw.ipynb"): released[TOKENIZER]
        for name, number in (("Ellis Ward", 5), ("김아름", 6))
    }
    collected = collect(root, folder, [zipped(tmp_path / "1.zip", members), sheet])
    assert {(f.outcome, f.student, f.late) for f in collected.files} == {
        ("placed", "ellis", True),
        ("placed", "20260001", False),
    }
    assert (stamp(folder, "ellis"), stamp(folder, "20260001")[:10]) == ("", "2026-03-02")
    assert when in collected.notes[0]


def test_a_worksheet_that_comes_later_adds_the_time(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    (tmp_path / "Grades.csv").write_text(WORKSHEET)
    archive = zipped(
        tmp_path / "1.zip", {MOODLE.format("Ellis Ward", 5, "hw.ipynb"): released[TOKENIZER]}
    )
    collect(root, folder, [archive])
    assert stamp(folder, "ellis") == ""
    collect(root, folder, [archive, tmp_path / "Grades.csv"])
    assert stamp(folder, "ellis").startswith("2026-03-01")
    before = everything(folder)
    collect(root, folder, [archive, tmp_path / "Grades.csv"])
    assert everything(folder) == before


def test_a_mail_is_later_than_a_notebook_first_seen_before_it(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    member = {MOODLE.format("Ellis Ward", 5, "hw.ipynb"): released[TOKENIZER]}
    for day in (0, 5):
        archive = zipped(tmp_path / f"{day}.zip", member, T + timedelta(days=day))
        collect(root, folder, [archive])
    mailed = answered(released[TOKENIZER], "mended")
    on_disk(tmp_path / "mail" / "ellis.ipynb", mailed, T + timedelta(days=1))
    [found] = collect(root, folder, [tmp_path / "mail"]).files
    assert (found.outcome, found.student) == ("waiting", "ellis")
    assert "take the place of" in found.note


def test_the_same_archive_again_changes_nothing(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    members = {
        MOODLE.format("김아름", 1, "x.ipynb"): answered(released[TOKENIZER], "1"),
        MOODLE.format("김아름", 1, "y.ipynb"): answered(released[TOKENIZER], "1\n2"),
        MOODLE.format("=nobody", 2, "y.ipynb"): released[RNN],
        MOODLE.format("이다솜", 3, "report.pdf"): b"%PDF",
        "../../evil.ipynb": released[RNN],
    }
    archive = zipped(tmp_path / "all.zip", members)
    first = collect(root, folder, [archive])
    before = everything(folder)
    again = collect(root, folder, [archive])
    assert everything(folder) == before
    assert again.of("unmatched", "refused", "no notebook") == first.of(
        "unmatched", "refused", "no notebook"
    )
    assert [f.outcome for f in again.files[-2:]] == ["unchanged", "unchanged"]


def test_what_an_instructor_changed_by_hand_is_kept(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    archive = on_disk(tmp_path / "mail" / "ellis.ipynb", released[TOKENIZER]).parent
    collect(root, folder, [archive])
    path = folder.notebook(Ref("ellis", TOKENIZER))
    mended = answered(released[TOKENIZER], "mended by hand")
    on_disk(path, mended, T + timedelta(hours=1))
    collect(root, folder, [archive])
    assert path.read_bytes() == mended
    newer = answered(released[TOKENIZER], "a later hand-in")
    on_disk(archive / "ellis.ipynb", newer, T + timedelta(hours=2))
    [found] = collect(root, folder, [archive]).files
    assert path.read_bytes() == newer
    assert "by hand" in found.note
    assert folder.version(Ref("ellis", TOKENIZER), files.sha256(mended)).read_bytes() == mended


# --- what needs a person ---


def test_a_person_fills_in_what_could_not_be_matched(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    members = {
        MOODLE.format("김아롬", 1, "x.ipynb"): released[TOKENIZER],
        MOODLE.format("Group A", 7, "x.ipynb"): released[RNN],
    }
    loose = {
        "Untitled.ipynb": answered(released[TOKENIZER], "mine"),
        "someone else.ipynb": answered(released[TOKENIZER], "of another course"),
    }
    came = [zipped(tmp_path / "moodle.zip", members), zipped(tmp_path / "all.zip", loose)]
    collected = collect(root, folder, came)
    assert len(collected.of("unmatched")) == 4
    lines = {line.whose.split(" [")[0]: line for line in trace.decisions(folder)}
    assert lines["Moodle: 김아롬 1"].guess == "20260001"

    text = folder.unmatched.read_text("utf-8-sig")
    for whose, student in {
        "Moodle: 김아롬 1,20260001,": "20260001",
        "Moodle: Group A 7,,": "ellis; 20260002",
        "all.zip/someone else.ipynb": "-",
    }.items():
        line = next(line for line in text.splitlines() if line.startswith(whose))
        start, _, why = line.rpartition(",")
        text = text.replace(line, f"{start.removesuffix(',')},{student},{why}")
    folder.unmatched.write_bytes(text.encode("cp949"))

    collected = collect(root, folder, came)
    assert {(f.outcome, f.student) for f in collected.files} == {
        ("placed", "20260001"),
        ("placed", "ellis"),
        ("placed", "20260002"),
        ("unmatched", ""),
        ("left out", ""),
    }
    assert len(trace.decisions(folder)) == 4


def test_a_decision_for_nobody_is_refused(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    archive = zipped(tmp_path / "all.zip", {"Untitled.ipynb": released[TOKENIZER]})
    folder.unmatched.write_text("whose,student\nMoodle: x 1,nobody\n")
    with pytest.raises(TableError, match=r"unmatched\.csv: Moodle: x 1: 'nobody'"):
        collect(root, folder, [archive])


def test_a_line_goes_once_the_roster_knows_the_student(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    archive = zipped(tmp_path / "all.zip", {MOODLE.format("최가람", 1, "x.ipynb"): released[RNN]})
    collect(root, folder, [archive])
    assert [line.whose for line in trace.decisions(folder)] == ["Moodle: 최가람 1"]
    folder.roster.write_text(ROSTER + "choi,최가람,,,\n", encoding="utf-8")
    collect(root, folder, [archive])
    assert trace.decisions(folder) == []


def test_colab_says_who_ran_a_nameless_notebook_and_that_is_a_guess_alone(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    content = json.loads(released[TOKENIZER])
    user = {"displayName": "Ellis Ward", "userId": "0123"}
    content["cells"][1]["metadata"]["executionInfo"] = {"user": user}
    archive = zipped(tmp_path / "all.zip", {"Untitled0.ipynb": json.dumps(content).encode()})
    collected = collect(root, folder, [archive])
    assert [line.guess for line in collected.unmatched] == ["ellis"]


# --- damaged, and refused ---


def test_a_damaged_notebook_whose_assignment_can_be_told_is_placed(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    members = {"20260001.ipynb": released[TOKENIZER][:30_000]}
    [found] = collect(root, folder, [zipped(tmp_path / "all.zip", members)]).files
    assert (found.outcome, found.assignment) == ("placed", TOKENIZER)
    assert found.note == "cut short: its end is missing"
    assert submission(folder, "20260001") == released[TOKENIZER][:30_000]


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [
        (b"", b"\0" * 100, "something else before or behind the notebook"),
        (b"<<<<<<< HEAD\n", b"", "with markers of a merge"),
        (b"// mine\n", b"", "with comments or stray commas"),
        (b"%%html", b"<", "something else before or behind the notebook"),
    ],
)
def test_a_file_that_can_be_read_though_damaged_is_placed_and_it_is_told(
    root: Path, folder: ClassFolder, released, tmp_path: Path, before, after, note
) -> None:
    members = {"20260001.ipynb": before + released[TOKENIZER] + after}
    [found] = collect(root, folder, [zipped(tmp_path / "all.zip", members)]).files
    assert (found.outcome, found.assignment, found.note) == ("placed", TOKENIZER, note)


def test_a_file_that_says_nothing_any_more_is_told_by_what_is_left_of_it(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    members = {"20260001.ipynb": released[TOKENIZER].replace(b"[", b"}", 1)}
    [found] = collect(root, folder, [zipped(tmp_path / "all.zip", members)]).files
    assert (found.outcome, found.assignment) == ("placed", TOKENIZER)
    assert "damaged or cut short" in found.note


def test_a_notebook_of_an_old_format_or_in_utf16_is_placed_for_its_reason(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    content = json.loads(released[TOKENIZER])
    for cell in content["cells"]:
        cell["input"] = cell.pop("source")
    old = {"nbformat": 3, "metadata": {}, "worksheets": [{"cells": content["cells"]}]}
    members = {
        "20260001.ipynb": json.dumps(old).encode(),
        "ellis.ipynb": released[TOKENIZER].decode().encode("utf-16"),
    }
    collected = collect(root, folder, [zipped(tmp_path / "all.zip", members)])
    assert [f.note for f in collected.of("placed")] == ["a notebook of an old format", "in UTF-16"]


def test_who_has_handed_in_nothing_is_counted(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    archive = zipped(tmp_path / "all.zip", {"20260001.ipynb": released[TOKENIZER]})
    [stands] = collect(root, folder, [archive]).standing.values()
    assert [student.id for student in stands.missing] == ["20260002", "ellis", "20260004"]


def test_one_too_damaged_to_tell_is_placed_where_one_assignment_is_collected(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    cut = released[TOKENIZER][:200]
    empty = b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    archive = zipped(tmp_path / "all.zip", {"20260001.ipynb": cut, "ellis.ipynb": empty})
    collected = collect(root, folder, [archive])
    assert [f.outcome for f in collected.files] == ["unmatched", "unmatched"]
    assert "--assignment" in collected.files[0].note
    assert collected.unmatched == []
    collected = collect(root, folder, [archive], TOKENIZER)
    assert [f.outcome for f in collected.files] == ["placed", "placed"]
    assert submission(folder, "20260001") == cut


@pytest.mark.parametrize(
    ("cells", "note"),
    [
        ([], "it has no cells, so nothing to grade"),
        ([None], "it has no cells, so nothing to grade"),
        ([{"cell_type": "code", "source": []}], "its cells are empty, so nothing to grade"),
        ([{"cell_type": "code", "source": " \n"}] * 2, "its cells are empty, so nothing to grade"),
    ],
)
def test_an_empty_notebook_is_told_of(
    root: Path, folder: ClassFolder, tmp_path: Path, cells, note: str
) -> None:
    data = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}).encode()
    archive = zipped(tmp_path / "all.zip", {"ellis.ipynb": data})
    [found] = collect(root, folder, [archive], TOKENIZER).to_look_at()
    assert (found.outcome, found.student, found.note) == ("placed", "ellis", note)


def test_with_one_assignment_named_another_is_refused(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    archive = zipped(tmp_path / "all.zip", {"20260001.ipynb": released[RNN]})
    [found] = collect(root, folder, [archive], TOKENIZER).files
    assert (found.outcome, found.note) == ("refused", "this is 02_rnn, not 01_tokenizer")


FOREIGN = {
    "cells": [{"cell_type": "code", "metadata": {}, "source": ["import torch\n", "print(1)"]}],
    "nbformat": 4,
}


def test_what_is_no_notebook_of_this_course_is_refused_while_the_rest_goes_on(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    members = {
        "ellis/a.ipynb": json.dumps(FOREIGN).encode(),
        "ellis/b.ipynb": b"<!DOCTYPE html><title>Google Drive</title>",
        "ellis/c.ipynb": b"",
        "ellis/d.ipynb": b'{"cells": 1}',
        "ellis/e.ipynb": b"PK\x03\x04 and so on",
        "ellis/f.ipynb": b"\xff\xfe\x00",
        "ellis/g.ipynb": released[TOKENIZER],
        "ellis/notes.pdf": b"%PDF",
        "__MACOSX/ellis/._g.ipynb": b"\0",
        "ellis/.ipynb_checkpoints/g-checkpoint.ipynb": answered(released[TOKENIZER], "old"),
        "ellis/.DS_Store": b"",
    }
    collected = collect(root, folder, [zipped(tmp_path / "all.zip", members)], TOKENIZER)
    said = {f.file[-7:-6]: f.note for f in collected.of("refused")}
    assert said == {
        "a": "not a notebook of this course",
        "b": "a web page, not the notebook itself",
        "c": "an empty file",
        "d": "JSON, but not a notebook",
        "e": "a zip under another name, not a notebook",
        "f": "not JSON, so not a notebook",
    }
    assert [f.student for f in collected.of("refused", "placed")] == ["ellis"] * 7
    assert [f.file for f in collected.of("other")] == ["all.zip/ellis/notes.pdf"]
    assert collected.litter == 3


@pytest.mark.parametrize(
    ("saved", "what"),
    [
        (gzip.compress, "packed with gzip"),
        (base64.encodebytes, "written in base64"),
        (base64.b64encode, "written in base64"),
        (lambda data: html.escape(data.decode()).encode(), "as HTML has them"),
        (lambda data: repr(json.loads(data)).encode(), "printed by Python"),
        (lambda data: data.replace(b'"', "\u201c".encode()), "curly quotes"),
    ],
)
def test_a_notebook_that_was_saved_as_something_else_is_told_with_what_to_ask_for(
    root: Path, folder: ClassFolder, released, tmp_path: Path, saved, what: str
) -> None:
    members = {"ellis.ipynb": saved(released[TOKENIZER])}
    [found] = collect(root, folder, [zipped(tmp_path / "all.zip", members)]).files
    assert (found.outcome, found.student) == ("refused", "ellis")
    assert what in found.note
    assert "ask for the .ipynb file" in found.note


def test_a_student_who_handed_in_no_notebook_is_told_of(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    members = {
        MOODLE.format("김아름", 1, "report.pdf"): b"%PDF",
        MOODLE.format("이다솜", 2, "report.pdf"): b"%PDF",
        MOODLE.format("이다솜", 2, "hw.ipynb"): released[TOKENIZER],
    }
    links = {"wardellis_69_80123_link.html": b"<a href='https://colab.research.google.com/x'>"}
    came = [zipped(tmp_path / "m.zip", members), zipped(tmp_path / "c.zip", links)]
    collected = collect(root, folder, came)
    assert sorted(f.student for f in collected.of("no notebook")) == ["20260001", "ellis"]


MAC = "only what a system leaves beside files"


@pytest.mark.parametrize(
    "name", ["._hw.ipynb", "__MACOSX/._hw.ipynb", ".DS_Store", "sub/Thumbs.db", "hw/._hw.ipynb"]
)
@pytest.mark.parametrize("who", ["이다솜", "Not On The Roster"])
def test_a_hand_in_of_nothing_but_litter_is_told(
    root: Path, folder: ClassFolder, released, tmp_path: Path, name: str, who: str
) -> None:
    members = {
        MOODLE.format("김아름", 1, "hw.ipynb"): released[TOKENIZER],
        MOODLE.format("김아름", 1, name): b"\0",
        MOODLE.format(who, 2, name): b"\0",
    }
    archive = zipped(tmp_path / "m.zip", members)
    for _ in range(2):
        collected = collect(root, folder, [archive], TOKENIZER)
        [found] = collected.of("no notebook")
        assert found.student == ("20260002" if who == "이다솜" else "")
        assert found.note.startswith(MAC)
        assert collected.litter == 2
    assert [line.outcome for line in trace.log(folder)].count("no notebook") == 1


@pytest.mark.parametrize("name", ["._hw.ipynb", "__MACOSX/._hw.ipynb"])
def test_a_mail_of_nothing_but_what_a_mac_leaves_is_told_too(
    root: Path, folder: ClassFolder, released, tmp_path: Path, name: str
) -> None:
    mails = tmp_path / "mails"
    on_disk(mails / "이다솜" / name, b"\0")
    for left in ("._김아름.ipynb", "__MACOSX/._ellis.ipynb", ".DS_Store", ".git/x"):
        on_disk(mails / left, b"\0")
    for student in ("김아름", "ellis"):
        on_disk(mails / f"{student}.ipynb", released[TOKENIZER])
    collected = collect(root, folder, [mails])
    assert [(f.student, f.note[: len(MAC)]) for f in collected.of("no notebook", "other")] == [
        ("20260002", MAC)
    ]


def test_a_name_cannot_command_the_terminal_or_the_spreadsheet(
    root: Path, folder: ClassFolder, released, tmp_path: Path
) -> None:
    single = on_disk(tmp_path / "=x" / "\x1b[31m=1+1.ipynb", released[TOKENIZER])
    [found] = collect(root, folder, [single]).files
    assert "\x1b" not in found.file
    assert "\n'=x/" in folder.collected.read_text("utf-8-sig")


# --- roster and command ---


def test_a_class_without_a_roster_gets_a_draft_from_what_an_lms_packed(
    root: Path, tmp_path: Path, released, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = {
        MOODLE.format("김아름", 11, "x.ipynb"): released[TOKENIZER],
        MOODLE.format("Ellis Ward", 12, "x.ipynb"): released[TOKENIZER],
        MOODLE.format("Ellis Ward", 13, "x.ipynb"): released[TOKENIZER],
    }
    archive = zipped(tmp_path / "all.zip", members)
    folder = ClassFolder(tmp_path / "class")
    with pytest.raises(RosterError, match=r"no .*roster"):
        collect(root, folder, [archive])
    assert [s.id for s in draft([archive])] == ["ellis-ward", "ellis-ward-13", "김아름"]

    monkeypatch.chdir(root)
    words = ["collect", str(archive), "--class", str(folder)]
    shown = CliRunner().invoke(app, words)
    assert (shown.exit_code, "--draft-roster" in shown.output) == (1, True)
    assert CliRunner().invoke(app, [*words, "--draft-roster"]).exit_code == 0
    assert CliRunner().invoke(app, words).exit_code == 0
    assert submission(folder, "김아름") == released[TOKENIZER]


GRADESCOPE = """
submission_1:
  :submitters:
  - :name: Ellis Ward
    :sid: '1'
    :email: ellis@school.example
  - :name: 김아름
    :sid: ''
    :email: areum@school.example
submission_2:
  :submitters:
  - :name: Ellis Ward
    :sid: '1'
    :email: ellis@school.example
"""


@pytest.mark.parametrize(
    ("members", "drafted"),
    [
        (
            {
                "submission_metadata.yml": GRADESCOPE.encode(),
                "submission_1/a.ipynb": b"",
                "submission_2/a.ipynb": b"",
            },
            [("1", "Ellis Ward", ""), ("areum", "김아름", "")],
        ),
        (
            {"HW_areum_attempt_2026-03-02-17-55-12_a.ipynb": b""},
            [("areum", "areum", "")],
        ),
        (
            {MOODLE.format("Participant", 7001, "a.ipynb"): b""},
            [("participant-7001", "", "Participant 7001")],
        ),
        ({"Areum Kim - a.ipynb": b""}, []),
    ],
)
def test_a_draft_has_what_each_lms_says_of_a_student(tmp_path: Path, members, drafted) -> None:
    found = draft([zipped(tmp_path / "all.zip", members)])
    assert [(s.id, s.name, s.moodle_id) for s in found] == drafted


def test_the_command_shows_what_to_look_at_and_says_by_its_exit_that_a_person_is_needed(
    root: Path, folder: ClassFolder, released, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", "200")
    archive = zipped(tmp_path / "all.zip", {"20260001.ipynb": released[TOKENIZER]})
    words = ["collect", str(archive), "--class", str(folder)]
    shown = CliRunner().invoke(app, words)
    assert (shown.exit_code, "to look at" in shown.output) == (0, False)
    zipped(archive, {"20260001.ipynb": released[TOKENIZER], "[b]who[/b].ipynb": released[RNN]})
    shown = CliRunner().invoke(app, words)
    assert shown.exit_code == 1
    assert "[b]who[/b].ipynb" in shown.output
    assert "unmatched.csv" in shown.output


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_class_and_a_student_may_have_any_name_of_a_folder(
    root: Path, released, tmp_path: Path, name: str
) -> None:
    folder = ClassFolder(tmp_path / "of" / name)
    roster.write(folder, [Student(name, "김아름")])
    archive = zipped(tmp_path / "all.zip", {"김아름.ipynb": released[TOKENIZER]})
    for outcome in ("placed", "unchanged"):
        [found] = collect(root, folder, [archive]).files
        assert (found.outcome, found.student) == (outcome, name)
    assert submission(folder, name) == released[TOKENIZER]


def test_a_student_is_known_by_a_file_name_with_a_backslash(
    root: Path, released, tmp_path: Path
) -> None:
    folder = with_roster(tmp_path / "class", "id\nkim\\minsu\n")
    single = on_disk(tmp_path / "mail" / "kim\\minsu.ipynb", released[TOKENIZER])
    [found] = collect(root, folder, [single]).files
    assert (found.outcome, found.student) == ("placed", "kim\\minsu")


def test_the_class_folder_itself_is_not_collected(
    root: Path, folder: ClassFolder, released
) -> None:
    on_disk(folder.inbox / "ellis.ipynb", released[TOKENIZER])
    assert collect(root, folder, [folder.inbox]).files[0].outcome == "placed"
    for path in (folder.path, folder.path.parent, folder.versions / "ellis"):
        with pytest.raises(CollectError, match="collected already"):
            collect(root, folder, [path])


def test_what_is_not_there_is_an_error_before_anything_is_written(
    root: Path, folder: ClassFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    words = ["collect", str(tmp_path / "nothing.zip"), "--class", str(folder)]
    shown = CliRunner().invoke(app, words)
    assert (shown.exit_code, "nothing.zip" in shown.output) == (1, True)
    assert sorted(os.listdir(folder.path)) == ["roster.csv"]


@pytest.mark.parametrize("source", [0.5, True, {"a": 1}, [1, None, ["x"]], None])
def test_a_cell_whose_text_is_none_says_nothing(source: object) -> None:
    content = {"nbformat": 4, "cells": [{"cell_type": "code", "source": source}]}
    assert Recogniser({}).recognise(json.dumps(content).encode()).assignment is None
