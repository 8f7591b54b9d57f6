"""Which of several files of one student counts, and of when it is: evidence decides."""

import json
import os
import zipfile
from datetime import datetime, timedelta

import pytest

from grader.classroom import zone
from grader.classroom.folder import Ref
from grader.collect import clock, collect, trace
from tests.collect.test_collect import (
    MOODLE,
    TOKENIZER,
    T,
    answered,
    decide,
    on_disk,
    outcomes,
    stamp,
    submission,
    zipped,
)
from tests.collect.test_collect import folder as folder
from tests.collect.test_collect import released as released

EARLY, LATE = datetime(2026, 2, 20, 10, 0), datetime(2026, 3, 2, 10, 0)
NEVER = datetime(1980, 1, 1)


def packed(path, *members):
    """A zip of names, bytes and times, in this order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data, when in members:
            archive.writestr(zipfile.ZipInfo(name, when.timetuple()[:6]), data)
    return path


def student_zip(tmp_path, *members):
    """Canvas's archive with one student's own zip."""
    own = packed(tmp_path / "own" / "hw.zip", *members).read_bytes()
    return zipped(tmp_path / "canvas.zip", {"wardellis_69_8000_hw.zip": own})


# --- in a student's own archive ---


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("times", [(EARLY, LATE), (LATE, EARLY), (NEVER, NEVER), (LATE, LATE)])
def test_answers_count_and_not_the_untouched_file_beside_them(
    root, folder, released, tmp_path, order, times
):
    solved = answered(released[TOKENIZER], "done = 1")
    members = [("01.ipynb", released[TOKENIZER], times[0]), ("01-Copy1.ipynb", solved, times[1])]
    collected = collect(root, folder, [student_zip(tmp_path, *members[::order])])
    assert submission(folder, "ellis") == solved
    assert {name: what for name, (what, _) in outcomes(collected).items()} == {
        "01.ipynb": "superseded",
        "01-Copy1.ipynb": "placed",
    }
    assert any("no answers" in f.note for f in collected.to_look_at())


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_with_answers_the_later_counts_and_the_choice_is_told(
    root, folder, released, tmp_path, order
):
    first, second = (answered(released[TOKENIZER], text) for text in ("a = 1", "b = 2"))
    members = [("a.ipynb", first, EARLY), ("b.ipynb", second, LATE)]
    collected = collect(root, folder, [student_zip(tmp_path, *members[::order])])
    assert submission(folder, "ellis") == second
    assert any("times in the archive" in f.note for f in collected.to_look_at())


@pytest.mark.parametrize("order", [1, -1])
def test_without_times_the_one_with_all_answers_of_the_other_counts(
    root, folder, released, tmp_path, order
):
    half, whole = (answered(released[TOKENIZER], text) for text in ("a = 1", "a = 1\nb = 2"))
    members = [("whole.ipynb", whole, NEVER), ("half.ipynb", half, NEVER)]
    collect(root, folder, [student_zip(tmp_path, *members[::order])])
    assert submission(folder, "ellis") == whole


def test_where_nothing_decides_a_person_does(root, folder, released, tmp_path):
    texts = {name: answered(released[TOKENIZER], f"{name} = 1") for name in "ab"}
    archive = student_zip(tmp_path, *((f"{n}.ipynb", data, LATE) for n, data in texts.items()))
    for _ in range(2):
        collected = collect(root, folder, [archive])
        assert {f.outcome for f in collected.files} == {"waiting"}
        assert submission(folder, "ellis") is None
        assert [line.guess for line in collected.unmatched] == ["ellis", "ellis"]
        [stands] = collected.standing.values()
        assert [student.id for student, _ in stands.nothing] == ["ellis"]

    decide(folder, "canvas.zip/wardellis_69_8000_hw.zip/a.ipynb", "ellis")
    for placed in ("placed", "unchanged"):
        collected = collect(root, folder, [archive])
        assert outcomes(collected)["a.ipynb"] == (placed, "ellis")
        assert submission(folder, "ellis") == texts["a"]
    assert [line.student for line in trace.decisions(folder)] == ["ellis"]


def test_files_of_one_moodle_folder_are_told_apart_in_the_same_way(
    root, folder, released, tmp_path
):
    solved = answered(released[TOKENIZER], "done = 1")
    members = {
        MOODLE.format("Ellis Ward", 5, "01-Copy1.ipynb"): solved,
        MOODLE.format("Ellis Ward", 5, "01.ipynb"): released[TOKENIZER],
        MOODLE.format("이다솜", 6, "a.ipynb"): solved,
        MOODLE.format("이다솜", 6, "b.ipynb"): released[TOKENIZER][:30_000],
    }
    collected = collect(root, folder, [zipped(tmp_path / "m.zip", members)])
    assert submission(folder, "ellis") == solved
    assert {f.outcome for f in collected.files if f.student == "20260002"} == {"waiting"}


def test_of_two_files_with_the_same_bytes_one_is_placed(root, folder, released, tmp_path):
    solved = answered(released[TOKENIZER], "done = 1")
    archive = student_zip(tmp_path, ("a.ipynb", solved, EARLY), ("b.ipynb", solved, LATE))
    found = collect(root, folder, [archive]).files
    assert sorted(line.outcome for line in found) == ["placed", "unchanged"]
    [again] = [line for line in found if line.outcome == "unchanged"]
    assert again.note.startswith("the same bytes as ")
    again = collect(root, folder, [archive]).files
    assert {line.outcome for line in again} == {"unchanged"}


def cut_short(data):
    return data[: len(data) // 2]


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("damage", [cut_short, lambda data: data.replace(b"[", b"}", 1)])
def test_of_a_later_file_that_is_not_whole_and_a_whole_one_a_person_says_which_counts(
    root, folder, released, tmp_path, order, damage
):
    first, second = (answered(released[TOKENIZER], text) for text in ("a = 1", "b = 2"))
    members = [("b.ipynb", first, EARLY), ("a.ipynb", damage(second), LATE)]
    archive = student_zip(tmp_path, *members[::order])
    for _ in range(2):
        assert {f.outcome for f in collect(root, folder, [archive]).files} == {"waiting"}
        assert submission(folder, "ellis") is None
    decide(folder, "canvas.zip/wardellis_69_8000_hw.zip/b.ipynb", "ellis")
    collect(root, folder, [archive])
    assert submission(folder, "ellis") == first


@pytest.mark.parametrize("order", [1, -1])
def test_a_whole_file_that_is_later_than_one_cut_short_counts(
    root, folder, released, tmp_path, order
):
    first, second = (answered(released[TOKENIZER], text) for text in ("a = 1", "b = 2"))
    members = [("b.ipynb", cut_short(first), EARLY), ("a.ipynb", second, LATE)]
    collect(root, folder, [student_zip(tmp_path, *members[::order])])
    assert submission(folder, "ellis") == second


@pytest.mark.parametrize("by_hand", [False, True])
def test_what_came_later_and_is_not_whole_waits_beside_the_whole_one_that_is_there(
    root, folder, released, tmp_path, by_hand
):
    solved = answered(released[TOKENIZER], "a = 1")
    cut = cut_short(answered(released[TOKENIZER], "b = 2"))
    if by_hand:
        path = folder.notebook(Ref("ellis", TOKENIZER))
        path.parent.mkdir(parents=True)
        path.write_bytes(solved)
        os.utime(path, (0, 0))
    else:
        first = zipped(tmp_path / "1.zip", {"wardellis_69_8000_hw.ipynb": solved})
        collect(root, folder, [first])
    later = zipped(tmp_path / "2.zip", {"wardellis_69_8001_hw.ipynb": cut})
    for _ in range(2):
        [found] = collect(root, folder, [later]).files
        assert (found.outcome, submission(folder, "ellis")) == ("waiting", solved)
        assert "cut short" in found.note
        assert "which is whole" in found.note
    decide(folder, "2.zip/wardellis_69_8001_hw.ipynb", "ellis")
    collect(root, folder, [later])
    assert submission(folder, "ellis") == cut


# --- times of handing in ---


def test_an_archive_of_one_time_says_nothing_of_handing_in(root, folder, released, tmp_path):
    members = {f"{who}.ipynb": released[TOKENIZER] for who in ("20260001", "20260002", "ellis")}
    collected = collect(root, folder, [zipped(tmp_path / "drive.zip", members)])
    assert {f.time_from for f in collected.files} == {"packing"}
    assert [stamp(folder, who) for who in ("20260001", "20260002", "ellis")] == ["", "", ""]
    assert any("nobody is late: 3 of drive.zip" in note for note in collected.notes)


@pytest.mark.parametrize("seconds", [0, 2, 90])
def test_files_copied_in_one_go_say_nothing_of_handing_in(
    root, folder, released, tmp_path, seconds
):
    mails = tmp_path / "mails"
    for number, who in enumerate(("20260001", "ellis")):
        when = T + timedelta(seconds=seconds * number)
        on_disk(mails / f"{who}.ipynb", released[TOKENIZER], when)
    for paths in ([mails], [*mails.iterdir()]):
        collected = collect(root, folder, paths)
        assert {f.time_from for f in collected.files} == {"packing"}
        told = "nobody is late: 2 of mails (times at most 2 minutes apart, as packing leaves them)"
        assert any(told in note for note in collected.notes)
    assert stamp(folder, "ellis") == ""


@pytest.mark.parametrize("minutes", [(0,), (0, 10, 20), (60, 0)])
def test_nobody_is_late_by_the_time_at_which_a_mail_was_saved(
    root, folder, released, tmp_path, minutes
):
    students = ("20260001", "ellis", "20260002")[: len(minutes)]
    mails = tmp_path / "mails"
    for who, after in zip(students, minutes, strict=True):
        on_disk(mails / f"{who}.ipynb", released[TOKENIZER], T + timedelta(minutes=after))
    collected = collect(root, folder, [mails])
    assert {f.outcome for f in collected.files} == {"placed"}
    assert {stamp(folder, who) for who in students} == {""}
    told = f"nobody is late: {len(minutes)} of mails (times of saving alone)"
    assert any(told in note for note in collected.notes)


def test_times_that_differ_are_those_of_the_files(root, folder, released, tmp_path):
    zone.write(folder, "Asia/Seoul")
    archive = packed(
        tmp_path / "drive.zip",
        ("20260001.ipynb", released[TOKENIZER], EARLY),
        ("ellis.ipynb", released[TOKENIZER], LATE),
    )
    collected = collect(root, folder, [archive])
    assert (stamp(folder, "ellis"), collected.notes) == ("2026-03-02 01:00:00 UTC", [])


@pytest.mark.parametrize(
    ("name", "utc"), [("Asia/Seoul", "08:55:12"), ("America/New_York", "22:55:12")]
)
@pytest.mark.parametrize("machine", ["UTC", "Europe/Berlin"])
def test_times_of_an_lms_are_read_on_the_clock_of_the_class(
    root, folder, released, tmp_path, in_zone, machine, name, utc
):
    in_zone(machine)
    zone.write(folder, name)
    attempt = "HW 1_ellis_attempt_2026-03-02-17-55-12_hw.ipynb"
    collect(root, folder, [zipped(tmp_path / "b.zip", {attempt: released[TOKENIZER]})])
    assert stamp(folder, "ellis") == f"2026-03-02 {utc} UTC"
    sheet = tmp_path / "grades.csv"
    columns = "Identifier,Full name,Last modified (submission)"
    sheet.write_text(f'{columns}\nParticipant 6,이다솜,"2 March 2026, 5:55 PM"\n')
    member = {MOODLE.format("이다솜", 6, "a.ipynb"): released[TOKENIZER]}
    collect(root, folder, [zipped(tmp_path / "m.zip", member), sheet])
    assert stamp(folder, "20260002") == f"2026-03-02 {utc[:5]}:00 UTC"


def test_a_zone_that_is_set_later_mends_the_times_when_the_same_is_collected_again(
    root, folder, released, tmp_path, in_zone
):
    in_zone("UTC")
    attempt = "HW 1_ellis_attempt_2026-03-02-17-55-12_hw.ipynb"
    archive = zipped(tmp_path / "b.zip", {attempt: released[TOKENIZER]})
    assert collect(root, folder, [archive]).zone.guessed
    zone.write(folder, "Asia/Seoul")
    for _ in range(2):
        [found] = collect(root, folder, [archive]).files
        assert (found.outcome, stamp(folder, "ellis")) == ("unchanged", "2026-03-02 08:55:12 UTC")
    assert len(trace.log(folder)) == 2


def test_the_latest_attempt_by_the_time_in_its_name_counts(root, folder, released, tmp_path):
    name = "HW 1_ellis_attempt_2026-03-0{}-17-55-12_hw.ipynb"
    members = {name.format(day): answered(released[TOKENIZER], f"a = {day}") for day in (1, 3, 2)}
    collect(root, folder, [zipped(tmp_path / "b.zip", members)])
    assert submission(folder, "ellis") == answered(released[TOKENIZER], "a = 3")


# --- nothing to grade ---


def empty_zip(tmp_path):
    return packed(tmp_path / "own" / "empty.zip").read_bytes()


def checkpoint(tmp_path, data):
    name = "hw/.ipynb_checkpoints/01-checkpoint.ipynb"
    return packed(tmp_path / "own" / "checkpoint.zip", (name, data, LATE)).read_bytes()


def test_each_student_has_a_line_whatever_was_handed_in(root, folder, released, tmp_path):
    members = {
        MOODLE.format("김아름", 1, "hw.zip"): empty_zip(tmp_path),
        MOODLE.format("이다솜", 2, "hw.zip"): checkpoint(tmp_path, released[TOKENIZER]),
        MOODLE.format("박이슬", 3, "hw.ipynb"): released[TOKENIZER],
        "Ellis Ward_4_assignsubmission_onlinetext_/onlinetext.html": b"<p>done</p>",
    }
    collected = collect(root, folder, [zipped(tmp_path / "m.zip", members)])
    stands = collected.standing[TOKENIZER]
    assert stands.missing == []
    whys = {student.id: came[0].note for student, came in stands.nothing}
    assert "an archive with nothing in it" in whys["20260001"]
    assert "checkpoint of Jupyter's, without answers" in whys["20260002"]
    assert "text typed into the LMS" in whys["ellis"]
    lines = {line.student: line.outcome for line in trace.log(folder)}
    assert lines == {
        "20260001": "refused",
        "20260002": "no notebook",
        "20260004": "placed",
        "ellis": "no notebook",
    }


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("wardellis_69_text.html", "text typed into the LMS"),
        ("wardellis_LATE_69_link.html", "a link"),
        ("wardellis_69_8000_report.pdf", "no notebook with it"),
        ("wardellis_69_8000_hw.rar", "an archive of another kind"),
    ],
)
def test_what_canvas_takes_beside_notebooks_is_told_of_its_student(
    root, folder, released, tmp_path, name, why
):
    archive = zipped(
        tmp_path / "c.zip", {name: b"x", "이다솜_68_8001_a.ipynb": released[TOKENIZER]}
    )
    [(student, [came])] = collect(root, folder, [archive]).standing[TOKENIZER].nothing
    assert (student.id, why in came.note) == ("ellis", True)


def test_a_checkpoint_with_answers_is_offered_and_graded_once_a_person_says_so(
    root, folder, released, tmp_path
):
    solved = answered(released[TOKENIZER], "done = 1")
    member = {MOODLE.format("이다솜", 2, "hw.zip"): checkpoint(tmp_path, solved)}
    archive = zipped(tmp_path / "m.zip", member)
    collected = collect(root, folder, [archive])
    assert [(f.outcome, f.student) for f in collected.files] == [("waiting", "20260002")]
    assert "to grade it" in collected.files[0].note
    decide(folder, "m.zip/", "20260002")
    collect(root, folder, [archive])
    assert submission(folder, "20260002") == solved


@pytest.mark.parametrize("solved", [True, False])
def test_a_checkpoint_alone_in_a_folder_of_moodles_is_told_of_its_student(
    root, folder, released, tmp_path, solved
):
    data = answered(released[TOKENIZER], "done = 1") if solved else released[TOKENIZER]
    name = MOODLE.format("이다솜", 2, ".ipynb_checkpoints/hw-checkpoint.ipynb")
    [found] = collect(root, folder, [zipped(tmp_path / "m.zip", {name: data})]).files
    assert found.student == "20260002"
    assert found.outcome == ("waiting" if solved else "no notebook")


def test_a_checkpoint_beside_its_notebook_is_litter(root, folder, released, tmp_path):
    members = {
        "ellis/hw.ipynb": released[TOKENIZER],
        "ellis/.ipynb_checkpoints/hw-checkpoint.ipynb": answered(released[TOKENIZER], "x = 1"),
    }
    collected = collect(root, folder, [zipped(tmp_path / "all.zip", members)])
    assert [f.outcome for f in collected.files] == ["placed"]
    assert (submission(folder, "ellis"), collected.litter) == (released[TOKENIZER], 1)


def test_an_archive_of_nothing_leaves_a_trace(root, folder, tmp_path):
    archive = packed(tmp_path / "moodle.zip")
    collected = collect(root, folder, [archive], TOKENIZER)
    assert len(collected.standing[TOKENIZER].missing) == 4
    [line] = trace.log(folder)
    assert (line.file, line.outcome) == ("moodle.zip", "refused")


def test_the_log_is_written_when_nothing_came(root, folder, tmp_path):
    (tmp_path / "mails").mkdir()
    collect(root, folder, [tmp_path / "mails"], TOKENIZER)
    assert trace.log(folder) == []
    assert folder.collected.read_text("utf-8-sig").startswith("file,outcome,student")


# --- tables among the files ---


@pytest.mark.parametrize(
    "table",
    [
        "Student,ID,Section,01_tokenizer (5101)\n    Points Possible,,,34\n",
        "id,name\nann,Ann\n",
        "Identifier,Full name,Grade\nParticipant 1,Ann,\n",
        "",
        '"unclosed,\n\n',
    ],
)
def test_a_table_of_grades_among_the_files_stops_nothing(root, folder, released, tmp_path, table):
    (tmp_path / "grades.csv").write_text(table)
    archive = zipped(tmp_path / "all.zip", {"ellis.ipynb": released[TOKENIZER]})
    collected = collect(root, folder, [tmp_path / "grades.csv", archive])
    assert [f.outcome for f in collected.files] == ["placed"]
    assert any(note.startswith("grades.csv is no grading worksheet") for note in collected.notes)


def test_answers_are_told_without_outputs_comments_and_setup(root, folder, released, tmp_path):
    """Ran and commented, a notebook is as untouched as before."""
    content = json.loads(released[TOKENIZER])
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = "# mine\n" + "".join(cell["source"]).replace('"ko"', '"en"')
            cell["execution_count"] = 3
    ran = json.dumps(content).encode()
    solved = answered(released[TOKENIZER], "done = 1")
    members = {f"ellis/{name}.ipynb": data for name, data in (("a", solved), ("b", ran))}
    collect(root, folder, [zipped(tmp_path / "all.zip", members)])
    assert submission(folder, "ellis") == solved
    assert folder.version(Ref("ellis", TOKENIZER), trace.log(folder)[1].sha256).is_file()


# --- a zone that is set after collecting ---


def came(root, folder, released, tmp_path):
    """A notebook with Moodle's time of 17:55, one with Blackboard's, one with a zone of its own."""
    sheet = tmp_path / "grades.csv"
    columns = "Identifier,Full name,Last modified (submission)"
    sheet.write_text(f'{columns}\nParticipant 6,이다솜,"2 March 2026, 5:55 PM"\n')
    moodle = {
        MOODLE.format("이다솜", 6, "a.ipynb"): released[TOKENIZER],
        MOODLE.format("Nobody", 7, "a.ipynb"): released[TOKENIZER],
    }
    attempt = {"HW 1_ellis_attempt_2026-03-02-17-55-12_hw.ipynb": released[TOKENIZER]}
    mail = on_disk(tmp_path / "mail" / "20260001.ipynb", released[TOKENIZER])
    paths = [zipped(tmp_path / "m.zip", moodle), zipped(tmp_path / "b.zip", attempt), sheet, mail]
    return lambda: collect(root, folder, paths)


@pytest.mark.parametrize(
    ("name", "utc"), [("Asia/Seoul", "08:55"), ("Europe/Berlin", "16:55"), ("-05:00", "22:55")]
)
def test_what_was_collected_before_is_read_by_the_clocks_of_the_class(
    root, folder, released, tmp_path, in_zone, name, utc
):
    in_zone("UTC")
    again = came(root, folder, released, tmp_path)
    again()
    zone.write(folder, name)
    assert clock.read_anew(folder, zone.read(folder)) == 3
    assert clock.read_anew(folder, zone.read(folder)) == 0
    stamps = [stamp(folder, who)[11:16] for who in ("20260002", "ellis", "20260001")]
    assert stamps == [utc, utc, ""]
    assert {line.time for line in trace.log(folder) if line.student == "20260001"} == {T}
    before = trace.log(folder)
    assert {f.outcome for f in again().files} == {"unchanged", "unmatched"}
    assert trace.log(folder) == before


def test_a_time_that_an_instructor_wrote_stays_when_a_zone_is_set(
    root, folder, released, tmp_path, in_zone
):
    in_zone("UTC")
    came(root, folder, released, tmp_path)()
    folder.timestamp(Ref("ellis", TOKENIZER)).write_text("2026-03-01 12:00:00 UTC")
    zone.write(folder, "Asia/Seoul")
    clock.read_anew(folder, zone.read(folder))
    assert stamp(folder, "ellis") == "2026-03-01 12:00:00 UTC"
