"""A small class whose work is done in this process, and exceptions planted in our own code."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from nbformat import reads, writes

from grader.classroom.folder import ClassFolder, Ref
from grader.course import bank, build
from grader.gradebook import scores
from grader.gradebook.session import opened
from grader.grading import job, run, worker
from grader.grading.bounded import bounded
from grader.grading.cluster import Engine
from grader.grading.entry import Entry
from grader.grading.exam import Exam
from grader.grading.options import Options
from grader.grading.regrade import Accept
from grader.grading.worker import Setting
from grader.kernel.launcher import ForkServer
from grader.limits import Limits
from grader.notebooks import files, notebook
from grader.notebooks.names import modules
from grader.outcome import Graded, TestOutcome
from grader.sandboxed.preload import ready
from tests.support import notebooks

NAME = "01_cut"
RIGHT = "def cut(text):\n    return text.split()"
WRONG = "def cut(text):\n    return [text]"
HELD = notebooks.graded(
    "cut-2", 'from nlplab import check\nwith check.exercise("cut-2"): check.equal(cut("c"), ["c"])'
)  # a second test, which holds an answer to what it says
# Whose submissions meet the exceptions, and how what is about them reads in a `repr`.
FAULTY = ("ann", "dan")
THEIRS = r"(by |/|')(ann|dan)"


def ref(student: str) -> Ref:
    return Ref(student, NAME)


def class_of(root: Path) -> ClassFolder:
    return ClassFolder(root / "class")


def of_two(root: Path) -> Path:
    """A course below `root` with a class of two, who are right; two tests each."""
    notebooks.save(root, NAME, notebooks.lesson(HELD))
    hand_in(root, "ann", RIGHT)
    hand_in(root, "bob", RIGHT)
    return root


def with_kernels() -> Iterator["InProcess"]:
    """What does the work of such a class in this process, in kernels that are not sealed.

    So what is planted here is met there.
    """
    cells = notebook.code_cells(notebooks.lesson(HELD))
    imports = modules(cell.source for cell in cells)
    ready(imports)
    with ForkServer(sealed=False, imports=imports) as warm, pytest.MonkeyPatch.context() as patch:

        def work(task: bytes, exam: Exam, setting: Setting) -> Graded:
            return worker.graded(bounded, warm.place, task, exam, setting.limits)

        patch.setattr(job, "work", work)
        yield InProcess()


def hand_in(root: Path, student: str, code: str) -> None:
    """Hand in an answer, which says whose it is."""
    answer = {"cut": f"# by {student}\n{code}"}
    nb = bank.compose(build.student_release(root, "ko", NAME), answer)
    folder = class_of(root)
    files.write(folder.notebook(ref(student)), nb)
    files.write_text(folder.timestamp(ref(student)), "2026-03-01 12:00:00 UTC")


def by_answer(task: bytes, *_: object) -> Graded:
    """Stands for the work: a right answer passes, unless the test says FAIL."""
    nb = reads(task.decode(), as_version=4)
    cells = notebook.cells_by_grade_id(nb)
    right = "split()" in cells["cut"].source
    tests = {name: cell.source for name, cell in cells.items() if notebook.is_test(cell)}
    told = [
        TestOutcome(name, "passed")
        if right and "FAIL" not in source
        else TestOutcome(name, "wrong", "check.value", "No.")
        for name, source in tests.items()
    ]
    return Graded(writes(nb).encode(), tuple(told), {"total": 0.1})


class InProcess:
    """Stands for a cluster: what is submitted runs here, as soon as its result is asked for."""

    setting = Setting(Limits(cell=3), sealed=False)

    def submit(self, work: Callable[..., Any], *args: Any, **_: Any) -> SimpleNamespace:
        return SimpleNamespace(result=lambda: work(*args))

    def engine(self, *_: object) -> AbstractContextManager[Engine]:
        return nullcontext(Engine(self.submit, 1, self.setting))


def grade(root: Path, accept: Accept = lambda _: True, **options: Any) -> list[Entry]:
    chosen = Options(Limits(), sealed=False, workers=1, **options)
    return list(run.grade_class(root, class_of(root), [NAME], chosen, accept))


@contextmanager
def planted(
    owner: Any, name: str, error: BaseException | Callable[[], object], about: str = THEIRS
) -> Iterator[None]:
    """Let a function raise an error, or do it, when it is called about these submissions."""
    whole = getattr(owner, name)

    def raising(*args: Any, **named: Any) -> Any:
        if re.search(about, repr((args, named))):
            if isinstance(error, BaseException):
                raise error
            error()
        return whole(*args, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, raising)
        yield


def state(root: Path, student: str) -> dict[str, Any]:
    """All that says something of a grade: what the gradebook has, and the files, byte by byte."""
    folder, of = class_of(root), ref(student)
    places = [folder.graded(of).parent, folder.result(of).parent]
    kept = {path: path.read_bytes() for place in places for path in place.glob("*")}
    with opened(folder, create=True) as book:
        found = [each for each in book.student_submissions(student) if each.name == NAME]
        records = [_record(each) for each in found]
    return {"files": kept, "records": records}


def _record(of: Any) -> list[Any]:
    found = [of.timestamp, of.extension, of.late_submission_penalty, of.score, of.max_score]
    for each in of.notebooks:
        found += [(g.name, g.auto_score, g.manual_score, g.max_score) for g in each.grades]
        found += [(c.name, c.auto_comment, c.manual_comment) for c in each.comments]
    return found


def points(root: Path) -> dict[str, tuple[float, float]]:
    """The score and the maximum of everybody who is recorded."""
    with opened(class_of(root)) as book:
        return {row.student: (row.score, row.max_score) for row in scores.points(book, NAME)}
