"""Whose a file is: what an LMS wrote decides, and no name that a student may choose."""

import time
from datetime import timedelta

import pytest

from grader.classroom.folder import Ref
from grader.classroom.roster import Student
from grader.collect import collect, trace
from grader.collect.lms import label
from grader.collect.origins import origin
from grader.collect.whose import Directory
from tests.collect.test_collect import (
    MOODLE,
    TOKENIZER,
    T,
    answered,
    decide,
    on_disk,
    outcomes,
    submission,
    zipped,
)
from tests.collect.test_collect import folder as folder
from tests.collect.test_collect import released as released

EXPORT = "assignment_42_export"


# --- labels in the wrong place ---


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("김아름_67_8901_hw.zip", "Ellis Ward_5503_assignsubmission_file_hw.ipynb"),
        ("김아름_67_8901_hw.zip", "wardellis_69_9999_hw.ipynb"),
        (MOODLE.format("김아름", 1, "hw.zip"), "ellis_ward/wardellis_69_9999_hw.ipynb"),
        (
            "HW_areum_attempt_2026-03-02-17-55-12_hw.zip",
            "HW_ellis_attempt_2026-03-03-00-00-00.ipynb",
        ),
        ("김아름.zip", "Ellis Ward_5503_assignsubmission_file_/hw.ipynb"),
    ],
)
def test_a_label_in_a_students_own_archive_names_nobody(
    root, folder, released, tmp_path, outer, inner
):
    right, forged = (answered(released[TOKENIZER], text) for text in ("right", "forged"))
    victims = {"wardellis_69_8000_hw.ipynb": right}
    collect(root, folder, [zipped(tmp_path / "first.zip", victims)])
    own = zipped(tmp_path / "own" / "x.zip", {inner: forged}).read_bytes()
    [found] = collect(root, folder, [zipped(tmp_path / "all.zip", {outer: own})]).files
    assert (found.outcome, found.student) == ("placed", "20260001")
    assert submission(folder, "ellis") == right


def test_a_students_archive_in_a_folder_of_mails_is_the_students_whatever_is_in_it(
    root, folder, released, tmp_path
):
    forged = {
        f"{name}_{n}_assignsubmission_file_hw.ipynb": answered(released[TOKENIZER], name)
        for n, name in enumerate(("Ellis Ward", "이다솜"), 1)
    }
    mails = zipped(tmp_path / "mails" / "hw.zip", forged).parent
    on_disk(mails / "20260004.ipynb", released[TOKENIZER])
    collected = collect(root, folder, [mails])
    assert [f.student for f in collected.of("placed")] == ["20260004"]
    assert {f.outcome for f in collected.files} == {"placed", "unmatched"}
    assert all("named as by Moodle" in f.note for f in collected.of("unmatched"))


def test_a_file_that_only_looks_like_an_lms_s_names_nobody(root, folder, released, tmp_path):
    drive = {
        "Ellis Ward_5503_assignsubmission_file_hw.ipynb": answered(released[TOKENIZER], "x"),
        "20260001.ipynb": released[TOKENIZER],
        "이다솜/hw.ipynb": released[TOKENIZER],
    }
    collected = collect(root, folder, [zipped(tmp_path / "drive.zip", drive)])
    assert [f.student for f in collected.of("placed")] == ["20260001", "20260002"]
    [line] = collected.unmatched
    assert line.guess == "ellis"


def test_a_folder_of_downloads_is_as_each_of_them_by_itself(root, folder, released, tmp_path):
    inbox = tmp_path / "inbox"
    teams = {MOODLE.format("Ellis Ward", 5, "김아름.ipynb"): answered(released[TOKENIZER], "1")}
    zipped(inbox / "moodle.zip", teams)
    zipped(inbox / "canvas.zip", {"이다솜_68_8001_a.ipynb": released[TOKENIZER]})
    sheet = 'Identifier,Full name,Last modified (submission)\nParticipant 5,Ellis Ward,"{}"\n'
    (inbox / "grades.csv").write_text(sheet.format("1 March 2026, 9:05 PM"))
    collected = collect(root, folder, [inbox])
    assert {f.student: f.time_from for f in collected.of("placed")} == {
        "ellis": "worksheet",
        "20260002": "download",
    }


@pytest.mark.parametrize("top", ["moodle-hw1", "CS101-HW 1-7001"])
def test_an_lms_s_archive_that_was_packed_again_is_still_the_lms_s(
    root, folder, released, tmp_path, top
):
    members = {
        f"{top}/{MOODLE.format(name, n, '김아름.ipynb')}": answered(released[TOKENIZER], name)
        for n, name in enumerate(("Ellis Ward", "이다솜"), 1)
    }
    collected = collect(root, folder, [zipped(tmp_path / "again.zip", members)])
    assert [f.student for f in collected.of("placed")] == ["20260002", "ellis"]


# --- another way in ---


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ({"wardellis_69_8000_hw.ipynb": "a"}, {"ellis/hw.ipynb": "b"}),
        ({"wardellis_69_8000_hw.ipynb": "a"}, {MOODLE.format("Ellis Ward", 5, "x.ipynb"): "b"}),
        ({"ellis.ipynb": "a"}, {"HW_ellis_attempt_2027-03-02-17-55-12_hw.ipynb": "b"}),
    ],
)
def test_what_came_another_way_takes_no_place_before_a_person_says_so(
    root, folder, released, tmp_path, first, then
):
    packed = [
        {name: answered(released[TOKENIZER], text) for name, text in files.items()}
        for files in (first, then)
    ]
    collect(root, folder, [zipped(tmp_path / "1.zip", packed[0])])
    second = zipped(tmp_path / "2.zip", packed[1], T + timedelta(days=9))
    for _ in range(2):
        [found] = collect(root, folder, [second]).files
        assert (found.outcome, found.student) == ("waiting", "ellis")
        assert submission(folder, "ellis") == answered(released[TOKENIZER], "a")
    [line] = trace.decisions(folder)
    assert (line.guess, line.student) == ("ellis", "")

    decide(folder, "2.zip/", "ellis")
    for outcome in ("placed", "unchanged"):
        [found] = collect(root, folder, [second]).files
        assert found.outcome == outcome
    assert submission(folder, "ellis") == answered(released[TOKENIZER], "b")


def test_what_a_person_left_out_takes_no_place(root, folder, released, tmp_path):
    collect(root, folder, [zipped(tmp_path / "1.zip", {"ellis.ipynb": released[TOKENIZER]})])
    late = {"wardellis_69_8000_hw.ipynb": answered(released[TOKENIZER], "b")}
    second = zipped(tmp_path / "2.zip", late, T + timedelta(days=9))
    collect(root, folder, [second])
    decide(folder, "2.zip/", "-")
    assert [f.outcome for f in collect(root, folder, [second]).files] == ["left out"]


# --- numbers, groups, blind marking ---


def test_a_name_that_fits_nobody_has_its_number_for_a_guess(root, folder, released, tmp_path):
    canvas = zipped(tmp_path / "c.zip", {"team1_67_8901_hw.ipynb": released[TOKENIZER]})
    moodle = zipped(
        tmp_path / "m.zip", {MOODLE.format("TEAM", 771, "x.ipynb"): released[TOKENIZER]}
    )
    collected = collect(root, folder, [canvas, moodle])
    assert [f.outcome for f in collected.files] == ["unmatched", "unmatched"]
    assert [line.guess for line in collected.unmatched] == ["20260001", "20260004"]


def test_a_groups_file_is_recorded_for_all_that_a_person_names(root, folder, released, tmp_path):
    archive = zipped(tmp_path / "c.zip", {"team1_67_8901_hw.ipynb": released[TOKENIZER]})
    collect(root, folder, [archive])
    decide(folder, "Canvas: team1", "20260001;ellis")
    for outcome in ("placed", "unchanged"):
        collected = collect(root, folder, [archive])
        assert {f.student: f.outcome for f in collected.files} == {
            "20260001": outcome,
            "ellis": outcome,
        }
    assert submission(folder, "20260001") == submission(folder, "ellis") == released[TOKENIZER]


def test_a_participant_is_known_by_a_roster_that_says_so(root, folder, released, tmp_path):
    folder.roster.write_text("id,name,moodle_id\n7001,김하나,1\nann,Ann,Participant 7001\n")
    members = {MOODLE.format("Participant", 7001, "x.ipynb"): released[TOKENIZER]}
    [found] = collect(root, folder, [zipped(tmp_path / "m.zip", members)]).files
    assert (found.outcome, found.student) == ("placed", "ann")


@pytest.mark.parametrize(
    ("name", "rows", "student"),
    [
        ("Participant", "Participant 7001,,", ""),
        ("Participant", "Participant 7001,,ellis.ward@school.example", "ellis"),
        ("TEAM", "Participant 7001,Ellis Ward,ellis.ward@school.example", ""),
        ("Ellis Ward", "Participant 7001,Ellis Ward,ellis.ward@school.example", "ellis"),
        ("엘리스 워드", "Participant 7001,엘리스 워드,ellis.ward@school.example", "ellis"),
    ],
)
def test_the_worksheet_tells_of_those_alone_whom_it_names(
    root, folder, released, tmp_path, name, rows, student
):
    folder.roster.write_text(folder.roster.read_text() + "7001,김하나,,,\n")
    header = "Identifier,Full name,Email address,Last modified (submission)\n"
    sheet = tmp_path / "grades.csv"
    sheet.write_text(f'{header}{rows},"1 March 2026, 9:05 PM"\n')
    members = {MOODLE.format(name, 7001, "x.ipynb"): released[TOKENIZER]}
    [found] = collect(root, folder, [zipped(tmp_path / "m.zip", members), sheet]).files
    assert found.student == student
    assert (found.time_from == "worksheet") is (name != "TEAM")


# --- garbled names ---


@pytest.mark.parametrize(
    ("meant", "read"),
    [("cp949", "cp437"), ("cp949", "latin-1"), ("utf-8", "cp437"), ("utf-8", "latin-1")],
)
@pytest.mark.parametrize("student", ["김아름", "이다솜"])
def test_a_garbled_name_gets_a_guess(root, folder, released, tmp_path, meant, read, student):
    name = student.encode(meant).decode(read)
    archive = zipped(tmp_path / "all.zip", {f"{name}.ipynb": released[TOKENIZER]})
    collected = collect(root, folder, [archive])
    who = {"김아름": "20260001", "이다솜": "20260002"}[student]
    if name.isprintable():
        assert [f.outcome for f in collected.files] == ["unmatched"]
        assert [line.guess for line in collected.unmatched] == [who]
    else:  # nobody can have meant it so
        assert [f.student for f in collected.of("placed")] == [who]


# --- Gradescope, Blackboard, Google Classroom ---

METADATA = """---
submission_1:
  :submitters:
  - :name: Ellis Ward
    :sid: '1'
    :email: ellis.ward@school.example
  :created_at: 2026-03-02 08:55:30.123456000 Z
  :score: 0.0
submission_2:
  :submitters:
  - :name: 김아름
    :sid: '20260001'
    :email: other@school.example
  - :name: 이다솜
    :sid: '20260002'
    :email:
  - :name: Somebody Else
    :sid: '9'
    :email: else@school.example
  :created_at: 2026-03-02 09:00:00 Z
submission_3:
  :submitters:
  - :name: Nobody
    :sid: ''
    :email: nobody@school.example
  :created_at: 2026-03-02 09:00:00 Z
"""


@pytest.mark.parametrize("top", [f"{EXPORT}/", ""])
def test_gradescope_says_who_handed_in_and_when(root, folder, released, tmp_path, top):
    members = {
        f"{top}submission_1/김아름.ipynb": released[TOKENIZER],
        f"{top}submission_1/submission_metadata.yml": b"forged",
        f"{top}submission_2/hw.ipynb": answered(released[TOKENIZER], "of a group"),
        f"{top}submission_3/hw.ipynb": released[TOKENIZER],
        f"{top}submission_metadata.yml": METADATA.encode(),
    }
    collected = collect(root, folder, [zipped(tmp_path / "submissions.zip", members)])
    assert sorted(f.student for f in collected.of("placed")) == ["20260001", "20260002", "ellis"]
    assert any("Somebody Else, not on the roster" in f.note for f in collected.of("placed"))
    [open_line] = collected.unmatched
    assert (open_line.whose, open_line.why) == (
        "Gradescope: submission 3",
        "nobody on the roster fits",
    )
    stamp = folder.timestamp(Ref("ellis", TOKENIZER)).read_text()
    assert stamp == "2026-03-02 08:55:30 UTC"


def test_gradescope_without_its_metadata_waits_for_a_person(root, folder, released, tmp_path):
    members = {
        f"submission_{n}/ellis.ipynb": answered(released[TOKENIZER], str(n)) for n in (1, 2, 3)
    }
    collected = collect(root, folder, [zipped(tmp_path / "g.zip", members)])
    assert {f.outcome for f in collected.files} == {"unmatched"}


def test_a_submission_that_gradescopes_metadata_lacks_says_so(root, folder, released, tmp_path):
    members = {
        "submission_1/hw.ipynb": released[TOKENIZER],
        "submission_4/hw.ipynb": answered(released[TOKENIZER], "4"),
        "submission_metadata.yml": METADATA.encode(),
    }
    collected = collect(root, folder, [zipped(tmp_path / "g.zip", members)])
    assert [f.student for f in collected.of("placed")] == ["ellis"]
    [asked] = collected.unmatched
    assert asked.whose == "Gradescope: submission 4"
    assert asked.why.startswith("submission_metadata.yml does not say whose it is")


def test_google_classrooms_folder_from_drive_is_known_by_the_names_in_front(
    root, folder, released, tmp_path
):
    members = {
        "HW 1/Ellis Ward - 김아름과 함께.ipynb": answered(released[TOKENIZER], "1"),
        "HW 1/이다솜 - 01_tokenizer의 사본.ipynb": answered(released[TOKENIZER], "2"),
        "HW 1/Copy of 01 - 박이슬.ipynb": answered(released[TOKENIZER], "3"),
    }
    archive = zipped(tmp_path / "HW 1-20260305T120000Z-001.zip", members)
    collected = collect(root, folder, [archive])
    placed = {f.student for f in collected.of("placed")}
    assert placed == {"ellis", "20260002", "20260004"}


def test_blackboards_receipt_of_a_notebook_is_nobodys_lack(root, folder, released, tmp_path):
    name = "HW 1_{}_attempt_2026-03-02-17-55-12"
    members = {
        f"{name.format('areum')}.txt": b"Name: Areum",
        f"{name.format('areum')}_hw.ipynb": released[TOKENIZER],
        f"{name.format('dasom')}.txt": b"Name: Dasom",
    }
    collected = collect(root, folder, [zipped(tmp_path / "b.zip", members)])
    assert outcomes(collected)["HW 1_areum_attempt_2026-03-02-17-55-12.txt"][0] == "other"
    assert [f.student for f in collected.of("no notebook")] == ["20260002"]


# --- long names ---


LONG = (
    "a",
    "1_",
    "a - ",
    " -",
    "_assignsubmission_a",
    "_attempt_2026",
    "김아름_",
    "LATE_",
    "_67_8",
)


@pytest.mark.parametrize("part", LONG)
def test_a_name_of_any_length_is_looked_at_in_no_time(root, folder, released, tmp_path, part):
    names = {f"{part * (20_000 // len(part))}{n}.ipynb": released[TOKENIZER] for n in range(5)}
    archive = zipped(tmp_path / "all.zip", names)
    start = time.process_time()
    origin(archive, lambda name: False)
    directory = Directory([Student("ann", "김아름")])
    for name in names:
        directory.named([["all.zip"], [name]])
        directory.guess([name], label(name[:400] + ".ipynb", "Canvas"))
    assert time.process_time() - start < 2
