"""A student is forgotten everywhere, whatever interrupts it, and nobody else loses anything."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from grader.classroom import faults, results, trail
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.trail import Step
from grader.errors import ClassError
from grader.gradebook import forgetting
from grader.gradebook.session import opened
from grader.pages import report
from tests.support.classes import ALL, NAME, hand_in, new_class, points, records, take

pytestmark = pytest.mark.slow

ROSTER = """id,name,email,canvas_id,moodle_id
s1,김서연,seoyeon@school.example,771,20260001
s10,김서연,other@school.example,7710,20260002
ward,Ellis Ward,,7,20260003
"""
COLLECTED = """file,outcome,student,assignment,time,sha256,note
moodle.zip/김서연_20260001_assignsubmission_file/a.ipynb,placed,s1,01_numbers,,,
moodle.zip/김서연_20260002_assignsubmission_file/a.ipynb,placed,s10,01_numbers,,,
moodle.zip/Team_1_assignsubmission_file/team.ipynb,placed,s1;ward,01_numbers,,,
"""
CANVAS = """Student,ID,SIS User ID,SIS Login ID,01_numbers (5)
    Points Possible,,,,771
"김, 서연",771,20260001,s1,9
"김, 서연",7710,20260002,s10,9
"Ward, Ellis",7,20260003,ward,771
"""
TRACES = ("s1", "seoyeon@school.example", "20260001")


def made(parent: Path) -> ClassFolder:
    """A class of three, two of them with one name, with all that a class may have of each."""
    folder = new_class(parent)
    for student in ("s1", "s10", "ward"):
        ref = Ref(student, NAME)
        take(folder, student, ALL)
        results.keep(folder, ref, "key", results.Graded(b"", (), {}))
        faults.note(folder, ref, "OSError: disk")
        trail.add(folder, ref, Step("2026-03-01", "1 passed"))
        for path in (folder.feedback(ref), folder.version(ref, "0" * 64)):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"of {student}.")
    folder.roster.write_text(ROSTER, "utf-8-sig")
    folder.collected.write_text(COLLECTED, "utf-8-sig")
    folder.unmatched.write_text("whose,guess,student,why\nx.ipynb,s1,,\ny.ipynb,s10,,\n")
    for name in ("canvas", "tests"):
        folder.export(name).parent.mkdir(exist_ok=True)
        folder.export(name).write_bytes(CANVAS.encode("cp949" if name == "tests" else "utf-8"))
    folder.inbox.mkdir()
    with zipfile.ZipFile(folder.inbox / "moodle.zip", "w") as archive:
        for line in COLLECTED.split("\n")[1:-1]:
            archive.writestr(line.partition(",")[0].removeprefix("moodle.zip/"), "{}")
    with zipfile.ZipFile(folder.export("x").with_name("feedback.zip"), "w") as archive:
        archive.writestr("김서연_20260001_assignsubmission_file/page.html", "")
        archive.writestr("Ellis Ward_20260003_assignsubmission_file/page.html", "")
    (folder.path / "missing.csv").write_text("student,assignment\ns1,01\nward,01\n")
    with opened(folder) as book:
        report.write(book, NAME)
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> ClassFolder:
    return made(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def folder(whole: ClassFolder, tmp_path: Path) -> ClassFolder:
    return ClassFolder(shutil.copytree(whole.path, tmp_path / "class"))


def forget(folder: ClassFolder, student: str) -> list[Path]:
    return forgetting.forget(folder, forgetting.known(folder, student))


def everything(folder: ClassFolder) -> list[tuple[str, bytes]]:
    """The name and the bytes of every file, and of what is in archives."""
    found = []
    for path in sorted(folder.path.rglob("*")):
        if path.is_file():
            found.append((str(path.relative_to(folder.path)), path.read_bytes()))
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                found += [(name, archive.read(name)) for name in archive.namelist()]
    return found


def has(folder: ClassFolder, text: str) -> list[str]:
    """Where a word stands, but for a longer one that begins alike."""
    word = re.compile(rf"(?<![A-Za-z0-9]){re.escape(text)}(?![A-Za-z0-9])")
    return [
        name
        for name, data in everything(folder)
        if word.search(name) or word.search(data.decode("utf-8", "replace"))
    ]


def test_nothing_of_a_student_is_left_in_any_byte(folder: ClassFolder) -> None:
    assert all(has(folder, each) for each in TRACES)
    left = forget(folder, "s1")
    assert {each: has(folder, each) for each in TRACES} == {each: [] for each in TRACES}
    assert {path.suffix for path in left} == {".csv", ".zip"}  # of the other with this name


def test_nobody_else_loses_anything(folder: ClassFolder) -> None:
    before = [each for each in records(folder) if each.get("student") != "s1"]
    forget(folder, "s1")
    assert [row.student for row in points(folder)] == ["s10", "ward"]
    assert records(folder) == before
    for student in ("s10", "ward"):
        ref = Ref(student, NAME)
        assert folder.notebook(ref).is_file()
        assert folder.feedback(ref).is_file()
        assert len(trail.of(folder, ref)) == 1
        assert folder.fault(ref).is_file()
    assert has(folder, "20260002")
    text = folder.export("tests").read_bytes().decode("cp949")
    assert text == "".join(line for line in CANVAS.splitlines(True) if "20260001" not in line)


def test_the_work_of_a_group_stays_with_the_others(folder: ClassFolder) -> None:
    forget(folder, "s1")
    log = folder.collected.read_text("utf-8-sig")
    assert "team.ipynb,placed,ward," in log
    with zipfile.ZipFile(folder.inbox / "moodle.zip") as archive:
        names = archive.namelist()
    assert len(names) == 2
    assert any("Team_1" in name for name in names)


@pytest.mark.parametrize("student", ["s1", "s10", "ward"])
def test_what_was_interrupted_anywhere_is_ended_by_the_same_again(
    folder: ClassFolder, student: str
) -> None:
    for place in range(len(forgetting.known(folder, student).traces)):
        known = forgetting.known(folder, student)
        for trace in known.traces[: min(place, len(known.traces)) % 4]:
            trace.remove()
    assert any(path == folder.roster for path, *_ in _where(folder, student))
    forget(folder, student)
    assert has(folder, student) == []
    with pytest.raises(ClassError, match="nothing of"):
        forgetting.known(folder, student)


@pytest.mark.parametrize(
    "step",
    [
        "grader.gradebook.forgetting.opened",
        "grader.gradebook.copies.compact",
        "grader.classroom.traces._drop",
        "grader.classroom.traces._without_rows",
    ],
)
def test_a_stop_in_the_middle_leaves_nothing_behind_for_good(
    folder: ClassFolder, step: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        known = forgetting.known(folder, "s1") if step.endswith(("opened", "compact")) else None
        patch.setattr(step, _stop)
        with pytest.raises(KeyboardInterrupt):
            forgetting.forget(folder, known or forgetting.known(folder, "s1"))
    forget(folder, "s1")
    assert {each: has(folder, each) for each in TRACES} == {each: [] for each in TRACES}


def _stop(*_: object, write: bool = True) -> int:
    """Stands for Ctrl-C where something is about to be written; reading finds one row."""
    if write:
        raise KeyboardInterrupt
    return 1


def _where(folder: ClassFolder, student: str) -> list[tuple[Path, str]]:
    return [(each.path, each.what) for each in forgetting.known(folder, student).traces]


@pytest.mark.parametrize("student", ["nobody", "s", "s100"])
def test_who_is_not_there_is_refused_and_nothing_changes(folder: ClassFolder, student: str) -> None:
    before = everything(folder)
    with pytest.raises(ClassError, match=f"nothing of {student}"):
        forgetting.known(folder, student)
    assert everything(folder) == before


@pytest.mark.parametrize(
    ("name", "ids"), [("김서연", "s1 or s10"), ("771", "s1"), ("seoyeon@school.example", "s1")]
)
def test_a_name_or_a_number_is_no_id(folder: ClassFolder, name: str, ids: str) -> None:
    with pytest.raises(ClassError, match=ids):
        forgetting.known(folder, name)


@pytest.mark.parametrize("student", ["..", "", "a/b"])
def test_no_id_leads_out_of_the_class(folder: ClassFolder, student: str) -> None:
    with pytest.raises(ClassError, match="not the name of a folder"):
        forgetting.known(folder, student)


def test_a_link_goes_and_what_it_leads_to_stays(folder: ClassFolder, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "file").write_text("stays")
    folder.step("submitted").joinpath("eve").symlink_to(tmp_path / "precious")
    forget(folder, "eve")
    assert (tmp_path / "precious" / "file").is_file()
    assert not folder.step("submitted").joinpath("eve").is_symlink()


def test_who_is_named_in_what_another_wrote_is_told_and_that_stays(folder: ClassFolder) -> None:
    hand_in(folder, "s10", b'{"cells": ["with Ellis Ward"]}')
    left = forget(folder, "ward")
    assert [path.name for path in left] == [f"{NAME}.ipynb"]


def test_other_tables_and_archives_of_the_class_lose_the_student_alone(folder: ClassFolder) -> None:
    forget(folder, "s1")
    assert (folder.path / "missing.csv").read_text() == "student,assignment\nward,01\n"
    with zipfile.ZipFile(folder.export("x").with_name("feedback.zip")) as archive:
        assert archive.namelist() == ["Ellis Ward_20260003_assignsubmission_file/page.html"]


@pytest.mark.parametrize("student", ["late", "placed", "01_numbers", "passed"])
def test_an_id_that_is_a_word_of_our_tables_costs_nobody_a_row(
    folder: ClassFolder, student: str
) -> None:
    with folder.collected.open("a") as file:
        file.write(
            f"x.ipynb,placed,{student},01_numbers,,,\ny.ipynb,placed,s10,01_numbers,,,late\n"
        )
    take(folder, student, ALL)
    forget(folder, student)
    assert folder.collected.read_text("utf-8-sig") == (
        COLLECTED + "y.ipynb,placed,s10,01_numbers,,,late\n"
    )
    assert folder.roster.read_text("utf-8-sig") == ROSTER


def test_an_archive_that_is_none_stops_nobody(folder: ClassFolder) -> None:
    (folder.inbox / "broken.zip").write_bytes(b"PK\x03\x04 s1")
    left = forget(folder, "s1")
    assert folder.inbox / "broken.zip" in left
