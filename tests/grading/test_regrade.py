"""An assignment that changes after submissions came in: what is graded again, shown and written."""

import json
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from typer.testing import CliRunner, _NamedTextIOWrapper

from grader.classroom.folder import ClassFolder, Ref
from grader.cli.app import app
from grader.course import bank, build
from grader.course.versions import gradebook_version
from grader.errors import AssignmentChangedError
from grader.gradebook import book as gradebook
from grader.gradebook import scores as gradebook_scores
from grader.gradebook.address import db_url
from grader.gradebook.session import Book, opened
from grader.grading import cluster, writer
from grader.grading import run as grading
from grader.grading.entry import Entry
from grader.grading.exam import Exam
from grader.grading.regrade import Change
from grader.limits import Limits
from grader.notebooks import files, notebook
from nlplab.checks.recorded import Hidden
from tests.support import notebooks
from tests.support.classes import Judging, points

pytestmark = pytest.mark.slow

NAME = "01_cut"
RIGHT = "def cut(text):\n    return text.split()"
WRONG = "def cut(text):\n    return [text]"
ANN = Ref("ann", NAME)
MORE = notebooks.graded("cut-2", 'assert cut("") == []', points=3)


def by_test(task: bytes) -> dict[str, str]:
    """A test passes with a right answer, unless its source says FAIL."""
    cells = notebook.cells_by_grade_id(files.parse(task))
    right = ".split()" in cells["cut"].source
    return {
        name: "passed" if right and "FAIL" not in cell.source else "wrong"
        for name, cell in cells.items()
        if notebook.is_test(cell)
    }


@pytest.fixture(autouse=True)
def engine(monkeypatch) -> None:
    stand_in(monkeypatch)


def stand_in(monkeypatch) -> None:
    monkeypatch.setattr(cluster, "engine", Judging(by_test).engine)


@pytest.fixture(scope="module")
def graded(tmp_path_factory) -> Path:
    """A course whose class of two was graded: ann is right, bob is wrong."""
    root = notebooks.course(tmp_path_factory.mktemp("course"), NAME)
    hand_in(root, "ann", RIGHT)
    hand_in(root, "bob", WRONG)
    with pytest.MonkeyPatch.context() as monkeypatch:
        stand_in(monkeypatch)
        grade(root)
    return root


@pytest.fixture
def root(graded, tmp_path) -> Path:
    return shutil.copytree(graded, tmp_path / "course")


@pytest.fixture
def folder(root) -> ClassFolder:
    return class_of(root)


def class_of(root: Path) -> ClassFolder:
    return ClassFolder(root / "class")


def hand_in(root: Path, student: str, code: str) -> None:
    nb = bank.compose(build.student_release(root, "ko", NAME), {"cut": code})
    path = class_of(root).notebook(Ref(student, NAME))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(nb), encoding="utf-8")


def mend(root: Path, *more, **changes) -> None:
    """Change the source's test `cut-1`, and add cells below it."""
    source = notebooks.lesson(*more)
    test = notebook.cells_by_grade_id(source)["cut-1"]
    test.source = changes.pop("source", test.source)
    test.metadata.nbgrader.update(changes)
    notebooks.save(root, NAME, source)


def grade(root: Path, accept=lambda _: True, **options) -> list[Entry]:
    chosen = grading.Options(Limits(), sealed=False, workers=1, **options)
    return list(grading.grade_class(root, class_of(root), [NAME], chosen, accept))


def asked(root: Path, answer: bool = True) -> list[Change]:
    """What is shown before it is written; empty when nothing is asked."""
    shown = []
    grade(root, lambda found: shown.extend(found) or answer)
    return shown


def scores(root: Path) -> dict[str, tuple[float, float]]:
    rows = points(class_of(root), NAME)
    return {row.student: (row.score, row.max_score) for row in rows}


def cells_of(folder: ClassFolder, student: str) -> dict[str, tuple[float, float]]:
    """The score and maximum of each test, in order."""
    with opened(folder) as book:
        return gradebook_scores.by_test(book, NAME)[student]


def everything(folder: ClassFolder) -> dict[str, bytes]:
    """All files of the class that say something of a grade, and the gradebook's contents."""
    paths = [p for f in ("autograded", "results") for p in (folder.path / f).rglob("*.*")]
    with Gradebook(db_url(folder)) as book:
        dump = list(book.db.connection().connection.iterdump())
    return {str(p): p.read_bytes() for p in paths if p.is_file()} | {"gradebook": dump}


# --- tests that were mended ---


def test_a_mended_test_shows_whose_points_change_and_then_writes_them(root):
    mend(root, source="FAIL = cut")
    [change] = asked(root)
    assert (change.ref, change.before, change.after) == (ANN, (2, 2), (0, 2))
    assert change.tests == ("cut-1: passed → wrong",)
    assert scores(root) == {"ann": (0, 2), "bob": (0, 2)}
    assert asked(root) == []


def test_what_is_not_accepted_changes_nothing_at_all(root, folder):
    before = everything(folder)
    mend(root, source="FAIL = cut", points=5)
    assert len(asked(root, answer=False)) == 2
    assert everything(folder) == before
    assert len(asked(root, answer=True)) == 2
    assert scores(root) == {"ann": (0, 5), "bob": (0, 5)}


def test_a_mended_hidden_case_shows_whose_points_change_and_then_writes_them(root, monkeypatch):
    def with_hidden(cases: str) -> None:
        (root / "source" / f"{NAME}.hidden.py").write_text(cases)
        monkeypatch.setattr(writer, "exam", lambda *_: Exam(hidden=Hidden(cases, "{}")))

    with_hidden("one case")
    assert asked(root) == []
    monkeypatch.setattr(cluster, "engine", Judging(lambda _: {"cut-1": "wrong"}).engine)
    assert asked(root) == []  # nothing has changed, so nothing is judged again
    with_hidden("another case")
    [change] = asked(root, answer=False)
    assert (change.ref, change.before, change.after) == (ANN, (2, 2), (0, 2))
    assert change.tests == ("cut-1: passed → wrong",)
    assert scores(root)["ann"] == (2, 2)
    assert asked(root) == [change]
    assert scores(root) == {"ann": (0, 2), "bob": (0, 2)}


def test_a_mended_test_that_changes_no_points_asks_nothing(root):
    mend(root, source='from nlplab import check\n\ncheck.equal(cut("a"), ["a"])')
    assert asked(root) == []
    assert [entry.new for entry in grade(root)] == [False, False]


def test_other_points_change_maxima_and_scores_together(root):
    mend(root, points=6)
    assert {c.ref.student: (c.before, c.after) for c in asked(root)} == {
        "ann": ((2, 2), (6, 6)),
        "bob": ((0, 2), (0, 6)),
    }
    assert scores(root) == {"ann": (6, 6), "bob": (0, 6)}


def test_a_new_submission_and_a_later_one_need_no_question(root):
    hand_in(root, "bob", RIGHT)
    hand_in(root, "cho", RIGHT)
    assert asked(root) == []
    assert scores(root) == dict.fromkeys(("ann", "bob", "cho"), (2, 2))


def test_what_the_grader_itself_changes_is_asked_and_new_ones_are_written_at_once(
    root, monkeypatch
):
    hand_in(root, "cho", RIGHT)
    monkeypatch.setattr(cluster, "engine", Judging(lambda _: {"cut-1": "wrong"}).engine)
    shown = []
    entries = grade(root, lambda found: shown.extend(found), force=True)
    assert [(change.ref.student, change.after) for change in shown] == [("ann", (0, 2))]
    assert {entry.ref.student: entry.held for entry in entries} == {
        "ann": True,
        "bob": False,
        "cho": False,
    }
    assert scores(root) == {"ann": (2, 2), "bob": (0, 2), "cho": (0, 2)}


def test_a_result_kept_before_files_were_hashed_is_asked_about(root, folder):
    path = folder.result(ANN)
    kept = json.loads(path.read_text())
    del kept["submitted"]
    path.write_text(json.dumps(kept))
    mend(root, source="FAIL = cut")
    assert [change.ref.student for change in asked(root)] == ["ann"]


def test_a_changed_assignment_is_not_graded_for_a_part_of_the_class(root):
    mend(root, source="FAIL = cut")
    with pytest.raises(AssignmentChangedError, match="without --student"):
        grade(root, students=frozenset({"ann"}))
    assert scores(root)["ann"] == (2, 2)


def test_who_is_recorded_without_a_submission_is_shown_with_the_new_maximum(root, folder):
    (folder.step("submitted") / "bob").rename(root / "bob")
    mend(root, points=6)
    assert asked(root)[-1].tests == ("not regraded",)
    assert scores(root)["bob"] == (0, 6)


def test_writing_that_was_interrupted_is_made_good_by_the_next_run(root, folder, monkeypatch):
    mend(root, points=6)
    whole = writer.record

    def until_bob(book: Book, ref: Ref, *rest) -> None:
        if book.folder == folder and ref.student == "bob":
            raise KeyboardInterrupt
        whole(book, ref, *rest)

    monkeypatch.setattr(writer, "record", until_bob)
    with pytest.raises(KeyboardInterrupt):
        grade(root)
    monkeypatch.setattr(writer, "record", whole)
    assert {entry.ref.student: entry.new for entry in grade(root)} == {"ann": False, "bob": True}
    assert scores(root) == {"ann": (6, 6), "bob": (0, 6)}


# --- cells that come and go ---


def manual(folder: ClassFolder, student: str, name: str, score: float | None) -> None:
    with Gradebook(db_url(folder)) as book:
        book.find_grade(name, NAME, NAME, student).manual_score = score
        book.db.commit()


def test_an_added_test_is_run_on_earlier_answers_and_loses_nothing(root, folder):
    manual(folder, "bob", "cut-1", 1.5)
    with Gradebook(db_url(folder)) as book:
        book.find_comment("cut", NAME, NAME, "bob").manual_comment = "a good try"
        book.db.commit()
    mend(root, MORE)
    shown = asked(root)
    assert [(c.ref.student, c.after, c.tests) for c in shown] == [
        ("ann", (5, 5), ("cut-2: new → passed",)),
        ("bob", (1.5, 5), ("cut-2: new → wrong",)),
    ]
    assert scores(root) == {"ann": (5, 5), "bob": (1.5, 5)}
    with Gradebook(db_url(folder)) as book:
        assert book.find_comment("cut", NAME, NAME, "bob").manual_comment == "a good try"
    assert asked(root) == []


def test_a_test_that_was_added_is_no_tampering_of_who_has_the_earlier_notebook(root, folder):
    earlier = folder.notebook(ANN).read_text()
    mend(root, MORE)
    told = {e.ref.student: [r.key for r in e.graded.repairs] for e in grade(root)}
    assert told == {"ann": ["repair.added"], "bob": ["repair.added"]}
    late = folder.notebook(Ref("cho", NAME))
    late.parent.mkdir(parents=True)
    late.write_text(earlier)
    [new] = [e for e in grade(root) if e.ref.student == "cho"]
    assert [r.key for r in new.graded.repairs] == ["repair.added"]


def test_a_test_that_was_there_from_the_start_is_missing_where_it_was_deleted(root, folder):
    nb = json.loads(folder.notebook(ANN).read_text())
    nb["cells"] = [c for c in nb["cells"] if "cut-1" not in json.dumps(c["metadata"])]
    folder.notebook(ANN).write_text(json.dumps(nb))
    mend(root, MORE)
    [ann] = [e for e in grade(root) if e.ref.student == "ann"]
    assert [r.key for r in ann.graded.repairs] == ["repair.added", "repair.test_missing"]


def test_a_removed_test_takes_its_points_along_once_that_is_accepted(root, folder):
    mend(root, MORE)
    grade(root)
    before = everything(folder)
    mend(root)
    assert next(c.tests for c in asked(root, answer=False)) == ("cut-2: passed → removed",)
    assert everything(folder) == before
    assert [c.after for c in asked(root)] == [(2, 2), (0, 2)]
    assert scores(root) == {"ann": (2, 2), "bob": (0, 2)}


def test_a_removed_test_at_which_somebody_entered_a_score_is_refused_with_the_way_out(root, folder):
    mend(root, MORE)
    grade(root)
    manual(folder, "bob", "cut-2", 1)
    before = everything(folder)
    mend(root)
    with pytest.raises(AssignmentChangedError, match=r"a score for bob at cut-2.*grade_id"):
        grade(root)
    assert everything(folder) == before
    manual(folder, "bob", "cut-2", None)
    grade(root)
    assert scores(root) == {"ann": (2, 2), "bob": (0, 2)}


def test_a_renamed_test_is_one_gone_and_one_added(root, folder):
    mend(root, grade_id="cut-9")
    grade(root)
    assert scores(root) == {"ann": (2, 2), "bob": (0, 2)}
    assert cells_of(folder, "ann") == {"cut-9": (2, 2)}


def test_an_added_cell_stands_where_the_source_has_it(root, folder):
    source = notebooks.lesson()
    here = next(n for n, c in enumerate(source.cells) if notebook.grade_id(c) == "cut-1")
    source.cells.insert(here, notebooks.graded("cut-0", "assert cut", points=1))
    source.cells[here].id = "new"
    notebooks.save(root, NAME, source)
    grade(root)
    assert list(cells_of(folder, "ann")) == ["cut-0", "cut-1"]
    with opened(folder) as book:
        assert not gradebook.mended(book, NAME, gradebook_version(source))


# --- the command ---


def command(root: Path, monkeypatch, *words: str, answer: str | None = None) -> tuple[int, str]:
    monkeypatch.chdir(root)
    monkeypatch.setattr(_NamedTextIOWrapper, "isatty", lambda _: answer is not None, raising=False)
    command = ["grade", "--sandbox", "none", *words]
    done = CliRunner(env={"COLUMNS": "200", "NO_COLOR": "1"}).invoke(app, command, input=answer)
    return done.exit_code, done.output


def test_without_a_terminal_the_command_shows_the_changes_and_stops(root, monkeypatch):
    mend(root, source="FAIL = cut")
    code, text = command(root, monkeypatch)
    assert code == 1
    assert "2 of 2" in text
    assert "0 of 2" in text
    assert "cut-1: passed → wrong" in text
    assert "2 submissions were left as they were" in text
    assert "--yes" in text
    assert scores(root)["ann"] == (2, 2)


def test_yes_shows_the_changes_and_writes_them(root, monkeypatch):
    mend(root, source="FAIL = cut")
    code, text = command(root, monkeypatch, "--yes")
    assert (code, "0 of 2" in text, scores(root)["ann"]) == (0, True, (0, 2))


@pytest.mark.parametrize(("answer", "exits", "score"), [("n\n", 1, 2), ("y\n", 0, 0)])
def test_on_a_terminal_the_command_asks(root, monkeypatch, answer, exits, score):
    mend(root, source="FAIL = cut")
    code, text = command(root, monkeypatch, answer=answer)
    assert (code, "Write" in text, scores(root)["ann"]) == (exits, True, (score, 2))
