"""Feedback goes back through the LMS to whom it is about, and to nobody else."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grader.classroom import faults
from grader.classroom.folder import ClassFolder, Ref
from grader.cli.app import app
from grader.collect import trace
from grader.collect.trace import Found
from grader.errors import ExportError
from grader.gradebook.session import opened
from grader.pages import feedback
from grader.pages.returned import pack, participants
from tests.support.classes import ALL, NAME, new_class, take

ROSTER = """\
id,name,canvas_id
kim,김민수,1001
ann,"Ann-Lee O'Neil",1002
bob,Bob Dylan,1003
eve,Eve Adams,1004
"""
MOODLE = {
    "kim": "all.zip/김민수_40011_assignsubmission_file_/hw.ipynb",
    "ann": "all.zip/Ann-Lee O'Neil_40012_assignsubmission_file_/a/b.ipynb",
    "bob": "all.zip/Bob Dylan_40013_assignsubmission_file_hw.ipynb",
}
CANVAS = {
    "kim": "submissions.zip/김민수_1001_8901_01-2.ipynb",
    "ann": "submissions.zip/oneilannlee_LATE_1002_8902_hw (1).ipynb",
    "bob": "submissions.zip/dylanbob_1003_8903_hw_2.ipynb",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> ClassFolder:
    """A class of four with feedback."""
    folder = new_class(tmp_path_factory.mktemp("returned"))
    folder.roster.write_text(ROSTER, encoding="utf-8")
    for student in ("kim", "ann", "bob", "eve"):
        take(folder, student, ALL)
    with opened(folder) as book:
        for student in ("kim", "ann", "bob", "eve"):
            feedback.write(book, Ref(student, NAME))
    return folder


@pytest.fixture
def folder(made: ClassFolder, tmp_path: Path) -> ClassFolder:
    return ClassFolder(shutil.copytree(made.path, tmp_path / "class"))


def came(folder: ClassFolder, uploads: dict[str, str], assignment: str = NAME) -> None:
    lines = [Found(file, "placed", student, assignment) for student, file in uploads.items()]
    trace.write_log(folder, [*trace.log(folder), *lines])


def packed(folder: ClassFolder, form: str) -> dict[str, bytes]:
    with zipfile.ZipFile(pack(folder, form, NAME).path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def moodle_reads(path: str) -> tuple[int, str, str]:
    """The participant, the plugin and the file that Moodle takes from a path.

    mod/assign/feedback/file/importziplib.php, is_valid_filename_for_import.
    """
    parts = path.split("/")
    assert not parts[-1].startswith((".", "~"))
    while parts:
        info = parts.pop(0).split("_", 4)
        if len(info) >= 4 and info[1].isdigit():
            return int(info[1]), f"{info[2]}_{info[3]}", "/".join([*info[4:], *parts])
    raise AssertionError(f"Moodle ignores {path}")


def canvas_reads(path: str) -> tuple[str, str]:
    """The user and the file that Canvas takes from a path.

    app/models/abstract_assignment.rb, infer_comment_context_from_filename.
    """
    parts = [part for part in path.rpartition("/")[2].split("_") if part != "LATE"]
    assert not re.match("link", parts[-1])
    if parts[0] == "anon":
        return parts[1], parts[2]
    user, attachment = [part for part in parts if re.fullmatch(r"\d+", part)][:2]
    return user, attachment


def test_moodle_gives_each_page_to_its_participant(folder):
    came(folder, MOODLE)
    pages = packed(folder, "moodle-feedback")
    assert {moodle_reads(name)[0] for name in pages} == {40011, 40012, 40013}
    for name, page in pages.items():
        number, plugin, file = moodle_reads(name)
        [student] = [s for s, path in MOODLE.items() if f"_{number}_" in path]
        assert page == folder.feedback(Ref(student, NAME)).read_bytes()
        assert plugin == "assignsubmission_file"  # one that Moodle has
        assert file.endswith(f"{NAME}.html")
    assert f"김민수_40011_assignsubmission_file_/{NAME}.html" in pages


def test_canvas_gives_each_page_to_the_user_and_file_that_it_gave_out(folder):
    came(folder, CANVAS)
    pages = packed(folder, "canvas-feedback")
    users = {("1001", "8901"), ("1002", "8902"), ("1003", "8903")}
    assert {canvas_reads(name) for name in pages} == users
    assert "oneilannlee_LATE_1002_8902_hw (1).ipynb.html" in pages


@pytest.mark.parametrize("form", ["moodle-feedback", "canvas-feedback"])
def test_who_has_no_number_of_that_lms_is_listed(folder, form: str):
    came(folder, (MOODLE if form == "moodle-feedback" else CANVAS) | {"eve": "mail/eve.ipynb"})
    done = pack(folder, form, NAME)
    assert done.count == 3
    [note] = done.notes
    assert note.startswith(f"eve: no page of {NAME}: collected.csv has no number")


@pytest.mark.parametrize(
    ("uploads", "why"),
    [
        ({"eve": "a.zip/TEAM_771_assignsubmission_file_/x.ipynb"}, "'TEAM', which is not"),
        ({"eve": "a.zip/Bob Dylan_40013_assignsubmission_file_/x.ipynb"}, "several students"),
        ({"eve": "a.zip/_40014_assignsubmission_file_/x.ipynb"}, "'', which is not"),
    ],
)
def test_a_number_that_may_be_somebody_elses_is_not_used(folder, uploads, why: str):
    came(folder, MOODLE | uploads)
    notes = pack(folder, "moodle-feedback", NAME).notes
    assert [note for note in notes if note.startswith("eve") and why in note]
    assert not any("771" in name or "40014" in name for name in packed(folder, "moodle-feedback"))


def test_a_participants_number_on_the_roster_needs_no_name(folder):
    came(folder, {"eve": "a.zip/Evi_40014_assignsubmission_file_/x.ipynb"})
    with pytest.raises(ExportError, match="moodle_id of the roster"):
        pack(folder, "moodle-feedback", NAME)
    table = "id,name,moodle_id\neve,Eve Adams,40014\n"
    folder.roster.write_text(table, encoding="utf-8")
    assert [moodle_reads(name)[0] for name in packed(folder, "moodle-feedback")] == [40014]


def test_under_blind_marking_the_participants_number_is_enough(folder):
    came(folder, {"eve": "a.zip/Participant_7001_assignsubmission_file_/x.ipynb"})
    assert [moodle_reads(name)[0] for name in packed(folder, "moodle-feedback")] == [7001]


@pytest.mark.parametrize(
    ("uploads", "numbers"),
    [
        ({"kim": "m.zip/Participant_7001_assignsubmission_file_/a.ipynb"}, {"kim": "7001"}),
        ({"kim": "m.zip/TEAM_7001_assignsubmission_file_/a.ipynb"}, {}),
        (dict.fromkeys(("kim", "ann"), "m.zip/참가자_7001_assignsubmission_file_/a.ipynb"), {}),
        ({"kim": "c.zip/kim_7001_8001_a.ipynb"}, {}),
    ],
)
def test_a_participant_is_whose_number_alone_collecting_has_found(folder, uploads, numbers):
    came(folder, uploads)
    assert participants(folder, NAME) == numbers


def test_of_several_uploads_to_canvas_the_last_is_answered(folder):
    came(folder, {"kim": "s.zip/김민수_1001_8950_01-3.ipynb"})
    trace.write_log(folder, [_uploaded("s.zip/김민수_1001_8901_01.ipynb", 8901)])
    came(folder, {"kim": "s.zip/김민수_1001_8950_01-3.ipynb"})
    assert [canvas_reads(name) for name in packed(folder, "canvas-feedback")] == [("1001", "8950")]


def _uploaded(file: str, upload: int) -> Found:
    return Found(file, "superseded", "kim", NAME, upload=upload)


@pytest.mark.parametrize("late", ["", "LATE_"])
def test_where_canvas_gave_no_names_its_own_are_enough(folder, late: str):
    came(folder, {"kim": f"s.zip/{late}anon_x7Yb2_8901_01.ipynb"})
    assert [canvas_reads(name) for name in packed(folder, "canvas-feedback")] == [("x7Yb2", "8901")]


def test_a_name_of_digits_that_canvas_would_take_for_a_user_is_listed(folder):
    came(folder, CANVAS | {"eve": "s.zip/adams_20260004_1004_8904_hw.ipynb"})
    done = pack(folder, "canvas-feedback", NAME)
    assert [note for note in done.notes if note.startswith("eve")]


def test_the_number_of_another_assignment_is_not_used(folder):
    came(folder, MOODLE, "02_other")
    with pytest.raises(ExportError, match="no page"):
        pack(folder, "moodle-feedback", NAME)
    assert not folder.packed(f"moodle-feedback-{NAME}").exists()


def test_a_page_of_an_earlier_grade_is_not_sent_after_a_fault_of_ours(folder):
    came(folder, MOODLE)
    faults.note(folder, Ref("kim", NAME), "a process died")
    assert all("40011" not in name for name in packed(folder, "moodle-feedback"))


def test_equal_pages_make_equal_zips(folder):
    came(folder, MOODLE)
    first = pack(folder, "moodle-feedback", NAME).path.read_bytes()
    assert pack(folder, "moodle-feedback", NAME).path.read_bytes() == first


def test_a_name_with_an_underscore_does_not_hide_the_number(folder):
    folder.roster.write_text(ROSTER.replace("Eve Adams", "Eve_Adams"), encoding="utf-8")
    came(folder, {"eve": "a.zip/Eve_Adams_40019_assignsubmission_file_/x.ipynb"})
    assert [moodle_reads(name)[0] for name in packed(folder, "moodle-feedback")] == [40019]


@pytest.mark.parametrize("form", ["moodle-feedback", "canvas-feedback"])
def test_the_command_says_what_it_packed_and_who_is_not_in_it(
    folder, form: str, monkeypatch: pytest.MonkeyPatch
):
    came(folder, MOODLE if form == "moodle-feedback" else CANVAS)
    monkeypatch.chdir(folder.path.parent)
    words = ["export", form, "--class", str(folder), "--out", "back.zip"]
    ran = CliRunner().invoke(app, words)
    assert ran.exit_code == 0, ran.output
    assert "3 pages in back.zip" in ran.output
    assert "look at eve: no page" in ran.output
