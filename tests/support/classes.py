"""A small class for tests: one assignment, registered in a gradebook, and what is handed in."""

import json
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from nbformat import NotebookNode, reads, writes
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from grader.classroom import results
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.submission import handed_in
from grader.course.versions import ClearHiddenTests, ComputeChecksums
from grader.gradebook import deadlines, scores
from grader.gradebook.address import db_url
from grader.gradebook.book import register
from grader.gradebook.record import record, unrecordable
from grader.gradebook.sanitise import sanitise
from grader.gradebook.scores import Points
from grader.gradebook.session import opened
from grader.grading.cluster import Engine
from grader.grading.worker import Setting
from grader.limits import Limits
from grader.outcome import Graded, TestOutcome
from grader.repair import repair

NAME = "01_numbers"
ANN = Ref("ann", NAME)
DUE = datetime(2026, 3, 1, tzinfo=UTC)
# Of class folders and of students' folders, legal all of them.
ODD_NAMES = ["a?b", "a#b", "a%20b", "a b", "반 1", "a\\b", "...", "[a]*", "it's", "-", "a'\"b"]
HIDDEN = "### BEGIN HIDDEN TESTS\nassert double(-3) == -6\n### END HIDDEN TESTS"
STUBS = {
    "double": "def double(x):\n    raise NotImplementedError",
    "half": "def half(x):\n    raise NotImplementedError",
}
RIGHT = {"double": "def double(x):\n    return x + x", "half": "def half(x):\n    return x / 2"}
TESTS = {
    "double-1": (2, "assert double(4) == 8"),
    "double-2": (3, f"assert double(0) == 0\n{HIDDEN}"),
    "half-1": (4, "2.5 if half(5) == 2 else 4 * (half(5) == 2.5)"),
}
ALL = dict.fromkeys(TESTS, "passed")


def cell(source: str, grade_id: str, **marks: object) -> NotebookNode:
    marks = {"schema_version": 3, "grade": False, "solution": False, "locked": False} | marks
    marks |= {"grade_id": grade_id, "task": False}
    return new_code_cell(source, id=grade_id, metadata={"nbgrader": marks})


def assignment(
    answers: dict[str, str] = STUBS, tests: dict[str, tuple[float, str]] = TESTS
) -> NotebookNode:
    cells = [new_markdown_cell("# Numbers", id="title")]
    for name, source in answers.items():
        cells.append(cell(source, name, solution=True))
        for test, (worth, code) in tests.items():
            if test.startswith(f"{name}-"):
                cells.append(cell(code, test, grade=True, locked=True, points=worth))
    cells.append(cell("print('the end')", "the-end", locked=True))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


@cache
def _registered() -> TemporaryDirectory[str]:
    """A class folder made once: making a gradebook takes longer than copying one."""
    made = TemporaryDirectory(prefix="class-")
    with opened(ClassFolder(Path(made.name)), create=True) as book, book.transaction():
        register(book, NAME, assignment())
    return made


def new_class(parent: Path, name: str = "class") -> ClassFolder:
    """A class folder below `parent`, with its gradebook and without any submission."""
    return ClassFolder(shutil.copytree(_registered().name, parent / name))


def hand_in(folder: ClassFolder, student: str, content: NotebookNode | str | bytes) -> Path:
    path = folder.notebook(Ref(student, NAME))
    path.parent.mkdir(parents=True, exist_ok=True)
    content = content if isinstance(content, str | bytes) else writes(content)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def released() -> NotebookNode:
    """What students got: no hidden tests, and nbgrader's checksums."""
    nb = assignment()
    for preprocess in (ClearHiddenTests(), ComputeChecksums()):
        for index, each in enumerate(nb.cells):
            preprocess.preprocess_cell(each, {}, index)
    for each in nb.cells:
        each.source = each.source.rstrip()
    return nb


def sanitised(folder: ClassFolder, student: str) -> bytes:
    """What was handed in as it would run."""
    ref = Ref(student, NAME)
    repaired = repair(handed_in(folder, ref), {"ko": released()})
    with opened(folder) as book:
        return sanitise(book, ref, repaired.readings[0].notebook)


def judged(notebook: bytes, outcomes: dict[str, str], **outputs: list[NotebookNode]) -> Graded:
    """A hand-made result; `outputs` by grade_id, with `_` for a dash."""
    nb = reads(notebook.decode(), as_version=4)
    for each in nb.cells:
        name = each.metadata.get("nbgrader", {}).get("grade_id", "").replace("-", "_")
        each.update({"outputs": outputs[name]} if name in outputs else {})
    tests = [
        TestOutcome(name, outcome)
        if outcome == "passed"
        else TestOutcome(name, outcome, f"key.{outcome}", f"It was {outcome}.")
        for name, outcome in outcomes.items()
    ]
    return Graded(writes(nb).encode(), tuple(tests), {"total": 0.1})


class Judging:
    """Stands for a cluster, so that nothing has to run: the outcomes are what `of` says of a task.

    `engine` is what takes the place of `cluster.engine`.
    """

    def __init__(self, of: Callable[[bytes], dict[str, str]]) -> None:
        self.of = of

    def submit(self, _, task: bytes, *__, **___) -> SimpleNamespace:
        return SimpleNamespace(result=lambda: judged(task, self.of(task)))

    def engine(self, *_) -> AbstractContextManager[Engine]:
        return nullcontext(Engine(self.submit, 1, Setting(Limits(), False)))


def take(folder: ClassFolder, student: str, outcomes: dict[str, str], **outputs) -> None:
    """Hand in the right answers, and record what the test says became of them."""
    hand_in(folder, student, assignment(RIGHT))
    recorded(folder, student, judged(sanitised(folder, student), outcomes, **outputs))


def recorded(folder: ClassFolder, student: str, graded: Graded) -> None:
    with opened(folder) as book:
        record(book, Ref(student, NAME), graded)


def refused(folder: ClassFolder, student: str, reason: str) -> None:
    """Record zeros with a reason."""
    with opened(folder) as book:
        unrecordable(book, Ref(student, NAME), reason)


def points(folder: ClassFolder, assignment: str = NAME) -> list[Points]:
    """What every student who handed in has, sorted by student."""
    with opened(folder) as book:
        return scores.points(book, assignment)


def records(folder: ClassFolder, assignment: str = NAME) -> list[dict[str, object]]:
    """Everything the gradebook says of submissions, but for ids and times, as nbgrader sees it."""
    found = []
    with Gradebook(db_url(folder)) as gradebook:
        for submission in gradebook.assignment_submissions(assignment):
            found.append(submission.to_dict())
            for book in submission.notebooks:
                found += [each.to_dict() for each in (book, *book.grades, *book.comments)]
    for each in found:
        del each["id"]
        each.pop("timestamp", None)
    return sorted(found, key=lambda each: json.dumps(each, sort_keys=True))


def due(folder: ClassFolder, when: datetime | None = DUE) -> None:
    with opened(folder) as book:
        deadlines.write(book, NAME, when)


def graded_as(
    folder: ClassFolder,
    outcomes: dict[str, TestOutcome | str],
    nb: NotebookNode | None = None,
    **kept,
) -> None:
    """Hand in a notebook of ann's, record what became of it, and keep the result with `kept`."""
    nb = nb or assignment(RIGHT)
    outputs = {c.id: c.outputs for c in nb.cells if c.cell_type == "code" and c.outputs}
    hand_in(folder, "ann", nb)
    plain = {n: o if isinstance(o, str) else o.outcome for n, o in outcomes.items()}
    made = judged(sanitised(folder, "ann"), plain, **outputs)
    ready = judged(made.notebook, plain)
    told = {o.grade_id: o for o in outcomes.values() if isinstance(o, TestOutcome)}
    tests = tuple(told.get(test.grade_id, test) for test in ready.tests)
    result = Graded(_with_outputs(made.notebook, outputs), tests, {"total": 0.1})
    recorded(folder, "ann", result)
    results.keep(folder, ANN, "key", result)
    path = folder.result(ANN)
    path.write_text(json.dumps(json.loads(path.read_text()) | kept))


def _with_outputs(notebook: bytes, outputs: dict[str, list]) -> bytes:
    content = json.loads(notebook)
    for cell in content["cells"]:
        cell.update({"outputs": outputs[cell["id"]]} if cell["id"] in outputs else {})
    return json.dumps(content).encode()
