"""The sample class: what an instructor is sent, honest, damaged and dishonest."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grader import sample
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.roster import read as read_roster
from grader.cli.app import app
from grader.collect import Collected, archives, collect
from grader.course import bank, build, sources
from grader.errors import ClassError, SandboxError
from grader.export.canvas import merge
from grader.export.moodle import fill
from grader.export.people import Grade
from grader.grading import run
from grader.kernel import sandbox
from grader.limits import Limits
from grader.notebooks import files, notebook
from grader.notebooks.forms import form
from grader.pages import alike
from grader.sample import CLASS, Bank, cheats, damage
from tests.support import ROOT
from tests.support.classes import points

pytestmark = pytest.mark.slow

NAMES = sources.assignments(ROOT)
FIRST = NAMES[0]
BY_ID = {student.id: student for student in CLASS}
CHEATS = [
    student for student in CLASS if student.change and student.change.__module__ == cheats.__name__
]


def written(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> ClassFolder:
    folder = ClassFolder(tmp_path_factory.mktemp("sample") / "class")
    sample.write_class(ROOT, folder, NAMES)
    return folder


@pytest.fixture(scope="module")
def collected(folder: ClassFolder) -> Collected:
    return collect(ROOT, folder, sorted(folder.inbox.iterdir()))


def test_a_class_of_24_sends_archives_of_three_kinds(folder):
    members = {path: archives.names(path) for path in folder.inbox.glob("*.zip")}
    moodle, canvas, drive = (
        [*folder.inbox.glob(f"{kind}*.zip")] for kind in ("moodle", "canvas", "drive")
    )
    assert (len(CLASS), len(moodle), len(canvas), len(drive)) == (24, len(NAMES), len(NAMES), 1)
    assert all("_assignsubmission_file/" in name for path in moodle for name in members[path])
    assert any("_LATE_" in name for path in canvas for name in members[path])
    assert any("의 사본" in name for name in members[drive[0]])
    assert any("Copy of" in name for name in members[drive[0]])


def test_it_is_the_same_bytes_each_time(folder, tmp_path):
    sample.write_class(ROOT, ClassFolder(tmp_path), NAMES)
    again = written(tmp_path)
    assert {name: written(folder.path)[name] for name in again} == again


def test_a_class_folder_may_have_any_name(tmp_path):
    folder = ClassFolder(tmp_path / "a?b#c%20d 반\\1")
    sample.write_class(ROOT, folder, [FIRST])
    assert len(read_roster(folder)) == len(CLASS)
    assert {path.parent for path in tmp_path.rglob("*.zip")} == {folder.inbox}


def test_all_hand_in_the_first_section_and_some_each_other(collected):
    handed = {(f.student, f.assignment) for f in collected.of("placed")}
    taken = {student.id for student in CLASS} - {"seo-haneul", "nora-finch"}
    assert {student for student, name in handed if name == FIRST} == taken
    assert all(7 < sum(of == name for _, of in handed) < 12 for name in NAMES[1:])


def test_what_needs_a_person_is_known(collected):
    """A print instead of the notebook, a path out of a zip, and a name that nobody has."""
    to_decide = {
        (f.outcome, f.student) for f in collected.of("unmatched", "refused", "no notebook")
    }
    assert to_decide == {
        ("unmatched", ""),
        ("refused", "moon-haru"),
        ("no notebook", "seo-haneul"),
    }
    assert {line.guess for line in collected.unmatched} == {"nora-finch"}
    assert {f.student for f in collected.of("superseded")} == {"jung-sol", "lee-dasom"}
    assert {f.student for f in collected.files if f.late} == {"han-byeol", "oh-saebom"}


def test_times_names_and_tables_that_once_cost_a_grade_cost_none(folder, collected):
    """A table among the files, a name in CP949, an untouched copy packed last, a zone."""
    assert collected.zone.name == "Asia/Seoul"
    assert any("grades-of-last-term.csv" in note for note in collected.notes)
    assert "bin-yeoul" in {f.student for f in collected.of("placed")}
    counts = {f.file.rpartition("/")[2]: f.outcome for f in collected.files if "이다솜" in f.file}
    assert counts["notebook-Copy1.ipynb"] == "placed"
    stamp = folder.timestamp(Ref("bae-noeul", FIRST)).read_text()
    assert stamp.startswith("2026-03-02 0")  # 18:00 in Seoul is 9:00


def test_the_sample_leaves_a_class_that_is_there_alone(tmp_path):
    (tmp_path / "submitted" / "someone").mkdir(parents=True)
    with pytest.raises(ClassError, match="submitted"):
        sample.write_class(ROOT, ClassFolder(tmp_path), NAMES)
    assert [path.name for path in tmp_path.iterdir()] == ["submitted"]


def test_the_command_says_what_each_student_did_and_where_to_look(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    folder = ClassFolder(tmp_path / "class")
    words = ["sample", "--class", str(folder), "--only", FIRST]
    done = CliRunner(env={"COLUMNS": "200"}).invoke(app, words)
    assert done.exit_code == 0
    assert all(student.story in done.output for student in CLASS)
    assert done.output.rstrip().endswith(str(folder.inbox))


def test_one_pair_has_the_same_mistakes_but_for_comments():
    answers = Bank(ROOT, FIRST)
    usual = {
        name: {form(text) for text in (solution, *answers.right[name])}
        for name, solution in answers.solutions.items()
    }
    handed_in = {
        student.id: {name: alike.Answer(text) for name, text in student.choose(answers).items()}
        for student in CLASS
    }
    assert alike.pairs(handed_in, usual, {})[0].students == ("lee-dasom", "oh-saebom")


def test_points_go_back_into_what_canvas_and_moodle_gave(folder):
    students = read_roster(folder)
    worksheet = (folder.inbox / f"moodle-{FIRST}.csv").read_bytes()
    grades = {student.id: Grade(5) for student in CLASS if student.by == "Moodle"}
    assert fill(worksheet, students, FIRST, grades, 38)[1:] == (len(grades), [])
    grades = {student.id: Grade(5) for student in CLASS}
    given = folder.canvas_grades.read_bytes()
    assert merge(given, students, {FIRST: grades}, {FIRST: 38})[1:] == (24, [])


def test_some_of_them_write_answers_in_words_each_their_own(folder):
    texts = {}
    for student in CLASS:
        data = sample.handed_in(ROOT, replace(student, save=damage.saved, change=None), FIRST, {})
        [answer] = notebook.written(files.parse(data)).values()
        if not notebook.is_blank(answer.source):
            texts[student.id] = answer.source
    assert len(texts) == len({*texts.values()}) == 9
    assert "vocabulary" in texts["ellis-ward"]


# --- what happens to notebooks ---


@pytest.fixture(scope="module")
def composed() -> notebook.NotebookNode:
    released = files.read(build.student_path(ROOT, "ko", FIRST))
    return bank.compose(released, Bank(ROOT, FIRST).first(0.5))


def test_colab_saves_an_older_format_without_cell_ids_and_with_metadata_of_its_own(composed):
    saved = files.parse(damage.by_colab(composed))
    assert saved.nbformat_minor == 0
    assert "colab" in saved.metadata
    assert not any("id" in cell for cell in saved.cells)


def test_an_answer_dragged_down_stands_below_its_tests(composed):
    order = [notebook.grade_id(cell) for cell in damage.tests_above(composed).cells]
    last = "predict_neighbours"  # a program to debug has a cell between its answer and its tests
    assert order.index(last) == order.index(f"{last}-1") + 1


def test_an_upload_cut_short_is_no_json(composed):
    with pytest.raises(json.JSONDecodeError):
        json.loads(damage.cut_short(composed))


@pytest.mark.parametrize("student", CHEATS, ids=lambda student: student.id)
def test_a_cheat_leaves_the_honest_answers_as_they_are(composed, student):
    before, after = (notebook.cells_by_grade_id(nb) for nb in (composed, student.change(composed)))
    honest = Bank(ROOT, FIRST).first(0.5)
    assert {name: after[name].source for name in honest} == honest
    assert student.change(composed) != composed
    assert before.keys() == after.keys()


def test_no_cheat_earns_more_than_the_answers_beside_it(tmp_path):
    try:
        sandbox.check()
    except SandboxError as error:
        pytest.skip(str(error))
    answers = Bank(ROOT, FIRST)
    honest = replace(CHEATS[0], id="honest", change=None)
    for student in (*CHEATS, BY_ID["park-iseul"], honest):
        data = sample.handed_in(ROOT, student, FIRST, student.choose(answers))
        files.write_bytes(ClassFolder(tmp_path).notebook(Ref(student.id, FIRST)), data)
    list(run.grade_class(ROOT, ClassFolder(tmp_path), [FIRST], run.Options(Limits(), workers=2)))
    earned = {row.student: row.score for row in points(ClassFolder(tmp_path), FIRST)}
    assert earned.pop("park-iseul") < 36 / 2
    assert set(earned.values()) == {earned["honest"]}
    assert 0 < earned["honest"] < 36
