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
from grader.grading import run
from grader.grading.cluster import Engine, Options
from grader.grading.regrade import Accept
from grader.grading.worker import Setting
from grader.grading.writer import Entry
from grader.limits import Limits
from grader.notebooks import files, notebook
from grader.outcome import Graded, TestOutcome

NAME = "01_cut"
ANN, BOB = Ref("ann", NAME), Ref("bob", NAME)
RIGHT = "def cut(text):\n    return text.split()"
WRONG = "def cut(text):\n    return [text]"
ANNS = re.compile(r"by ann|'ann'|/ann/")  # in the `repr` of whatever is about her submission
PLANTED = RuntimeError("planted <script>alert(1)</script>")


def hand_in(root: Path, student: str, code: str) -> None:
    """Hand in an answer, which says whose it is."""
    answer = {"cut": f"# by {student}\n{code}"}
    nb = bank.compose(build.student_release(root, "ko", NAME), answer)
    files.write(ClassFolder(root / "class").notebook(Ref(student, NAME)), nb)


def by_answer(task: bytes, *_: object) -> Graded:
    """Stands for the work: a right answer passes, unless the test says FAIL."""
    nb = reads(task.decode(), as_version=4)
    cells = notebook.cells_by_grade_id(nb)
    right = "split()" in cells["cut"].source
    tests = {name: cell.source for name, cell in cells.items() if notebook.is_test(cell)}
    passed = {name: right and "FAIL" not in source for name, source in tests.items()}
    told = [
        TestOutcome(name, "passed") if good else TestOutcome(name, "wrong", "check.value", "No.")
        for name, good in passed.items()
    ]
    return Graded(writes(nb).encode(), tuple(told), {"total": 0.1})


class InProcess:
    """Stands for a cluster: what is submitted runs here, as soon as its result is asked for."""

    def __init__(self, warm: Path | None = None) -> None:
        self.setting = Setting(Limits(cell=3), False, (), warm)

    def submit(self, work: Callable[..., Any], *args: Any, **_: Any) -> SimpleNamespace:
        return SimpleNamespace(result=lambda: work(*args))

    def engine(self, *_: object) -> AbstractContextManager[Engine]:
        return nullcontext(Engine(self, 1, self.setting))


def grade(root: Path, accept: Accept = lambda _: True, **options: Any) -> list[Entry]:
    chosen = Options(Limits(), sealed=False, workers=1, **options)
    return list(run.grade_class(root, ClassFolder(root / "class"), [NAME], chosen, accept))


def planted(
    patch: pytest.MonkeyPatch, target: Any, error: BaseException, about: re.Pattern[str] = ANNS
) -> None:
    """Let the function `target` raise an error, when it is called about ann's submission."""
    owner, name = target
    whole = getattr(owner, name)

    def raising(*args: Any, **named: Any) -> Any:
        if about.search(repr((args, named))):
            raise error
        return whole(*args, **named)

    patch.setattr(owner, name, raising)


@contextmanager
def planting(target: Any, error: BaseException) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        planted(patch, target, error)
        yield


def state(root: Path, ref: Ref = ANN) -> dict[str, Any]:
    """All that says something of a grade: what the gradebook has, and the files, byte by byte."""
    folder = ClassFolder(root / "class")
    places = [folder.graded(ref).parent, folder.result(ref).parent]
    kept = {path: path.read_bytes() for place in places for path in place.glob("*")}
    return {"files": kept, "points": points(root).get(ref.student), "records": _records(root, ref)}


def points(root: Path) -> dict[str, tuple[float, float]]:
    """The score and the maximum of everybody who is recorded."""
    with opened(ClassFolder(root / "class")) as book:
        return {row.student: (row.score, row.max_score) for row in scores.points(book, NAME)}


def _records(root: Path, ref: Ref) -> list[Any]:
    with opened(ClassFolder(root / "class")) as book:
        found = [each for each in book.assignment_submissions(NAME) if each.student_id == "ann"]
        return [
            (
                *(each.timestamp, each.extension, each.late_submission_penalty),
                *((g.name, g.auto_score, g.manual_score) for n in each.notebooks for g in n.grades),
                *((c.name, c.auto_comment) for n in each.notebooks for c in n.comments),
            )
            for each in found
        ]
