"""Results into nbgrader: its gradebook and its autograded/ folder, through its own converters.

Nothing of a student's is executed here: what ran and was judged elsewhere is replayed.
"""

import textwrap
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader import preprocessors as stock
from nbgrader import utils
from nbgrader.api import Notebook
from sqlalchemy.exc import SAWarning

from grader.classroom.folder import ClassFolder, Ref, is_plain
from grader.classroom.submission import writable
from grader.gradebook import written
from grader.gradebook.book import log, registered
from grader.gradebook.deadlines import extend
from grader.gradebook.sanitise import Converter
from grader.gradebook.session import Book, source_cells
from grader.notebooks import files, notebook
from grader.notebooks.files import replaced
from grader.notebooks.notebook import MISSING
from grader.outcome import OPEN, OUTCOMES, Graded, TestOutcome
from nlplab.messages import say

Extensions = Mapping[str, timedelta]  # of one student, by assignment
SECRET = "submission_secret.txt"  # by it nbgrader's exchange hands a page to its student alone
REASON = "reason"  # the cell that stands in for a notebook that could not be graded
ERRORS = {outcome: name for name, outcome in OUTCOMES.items()}


def record(book: Book, ref: Ref, graded: Graded, extensions: Extensions | None = None) -> None:
    """Enter a judged submission into the gradebook and write it below autograded/: all or nothing.

    A later result replaces an earlier one; manual scores and comments stay. A test cell scores by
    its outcome in `graded.tests`: without one, or missing from the notebook, it has 0 and says so.
    A written answer has 0 where nobody wrote one, else it waits for a person. One that has a score
    waits for a second look when it has changed.
    What test cells write to stderr is replayed as stdout, so that a warning costs nothing. A test
    that is undecided has no score, and the formgrader asks for one. `extensions` are the student's,
    where there is a roster.

    Raises NotRegisteredError, and whatever nbgrader does; then all is as it was.
    """
    with _entering(book, ref, extensions) as replacing:
        before, now = written.looked_at(book, ref), written.texts_of(files.parse(graded.notebook))
        replacing.enter_context(_replay(book, ref, graded))
        written.leave(book, ref, (name for name, _ in before.items() & now.items()))
        if undecided := [test for test in graded.tests if test.key in OPEN]:
            _leave_open(book, ref, undecided)


def unrecordable(book: Book, ref: Ref, reason: str, extensions: Extensions | None = None) -> None:
    """Enter a submission that could not be graded: zeros, and the reason where people look.

    The reason stands in a notebook below autograded/, on every test and as the comment of the
    first answer. Raises as `record`.
    """
    reason = writable(reason)
    quoted = textwrap.indent(reason, "    ")  # as code: it may quote HTML of the student's
    note = new_markdown_cell(quoted, id=REASON)
    stand_in = nbformat.writes(new_notebook(cells=[note])).encode("utf-8")
    with _entering(book, ref, extensions) as replacing:
        replacing.enter_context(_replay(book, ref, Graded(stand_in, (), {}), reason))
        submitted = book.find_submission_notebook(ref.assignment, ref.assignment, ref.student)
        comments = {comment.name: comment for comment in submitted.comments}
        for cell in source_cells(submitted.notebook):
            if cell.name in comments:
                comments[cell.name].auto_comment = quoted
                break


@contextmanager
def _entering(book: Book, ref: Ref, extensions: Extensions | None) -> Iterator[ExitStack]:
    """A transaction of `book` and of the files that are replaced in what it gives."""
    with ExitStack() as replacing, book.transaction():
        registered(book, ref.assignment)
        if extensions is not None:
            extend(book, ref, extensions.get(ref.assignment))
        yield replacing


def reason_of(nb: NotebookNode) -> str:
    """Why a submission could not be graded, read off its notebook below autograded/, or empty."""
    if nb.cells and nb.cells[0].get("id") == REASON and not notebook.grade_id(nb.cells[0]):
        return textwrap.dedent(nb.cells[0].source)
    return ""


def _leave_open(book: Book, ref: Ref, tests: Iterable[TestOutcome]) -> None:
    """Take back the scores of tests for which a person has to decide, and say so at the answer."""
    of = (ref.assignment, ref.assignment, ref.student)
    comments = {c.name: c for c in book.find_submission_notebook(*of).comments}
    for test in tests:
        grade = book.find_grade(test.grade_id, *of)
        grade.auto_score, grade.needs_manual_grade = None, True
        if comment := comments.get(notebook.exercise_of(test.grade_id)):
            comment.auto_comment = test.message and writable(test.message)


def _replay(book: Book, ref: Ref, graded: Graded, reason: str = "") -> AbstractContextManager[None]:
    """Enter the result; what it gives replaces the files below autograded/."""
    timestamp = timestamp_of(book.folder, ref)
    converter = _Replayed(book, ref)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # of nbgrader's own models
        text = converter.record(graded, timestamp, reason)
    return converter.replaced(text, timestamp)


class _Replayed(Converter):
    """nbgrader's Autograde, which has the results of cells that ran elsewhere."""

    def record(self, graded: Graded, timestamp: str, reason: str) -> str:
        """Enter the result; gives the notebook's text."""
        book, ref = self.book, self.ref
        self.autograde_preprocessors = [
            Replay(book, ref, graded, reason, log=log),
            stock.IgnorePattern,
            ClearMetadataPreprocessor,
            stock.LimitOutput,
            book.step(stock.SaveAutoGrades),
            book.step(stock.AssignLatePenalties),
        ]
        book.update_or_create_student(ref.student)
        when = utils.parse_utc(timestamp) if timestamp else None  # not that of an earlier one
        when = when and when.replace(second=0, microsecond=0)  # within the due minute is in time
        book.update_or_create_submission(ref.assignment, ref.student, timestamp=when)
        self._sanitizing = False  # that was done before it ran
        self._init_preprocessors()
        ran = files.parse(graded.notebook)
        return str(self.exporter.from_notebook_node(ran, self.resources())[0])

    @contextmanager
    def replaced(self, text: str, timestamp: str) -> Iterator[None]:
        """The graded notebook and, where it is known, when and by which exchange it came in."""
        path = self.book.folder.graded(self.ref)
        stamp, secret = path.with_name("timestamp.txt"), path.with_name(SECRET)
        with (
            replaced(path, text.encode("utf-8")),
            replaced(stamp, timestamp.encode("utf-8") or None),
            replaced(secret, _small(self.book.folder.submitted(self.ref) / SECRET)),
        ):
            self.set_permissions(self.ref.assignment, self.ref.student)
            yield


class Replay(stock.NbGraderPreprocessor):
    """Stands where nbgrader has Execute: the cells ran elsewhere, and their outputs are there."""

    def __init__(
        self, book: Book, ref: Ref, graded: Graded, reason: str = "", **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.book, self.ref = book, ref
        self.outcomes = {test.grade_id: test for test in graded.tests}
        self.reason = reason

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        self.lang = notebook.language(nb)
        for cell in nb.cells:
            self._judge(cell, self._say("check.no_result"))
        for cell in _missing(nb, registered(self.book, self.ref.assignment)):
            self._judge(cell, self._say("check.cell_missing"))
            nb.cells.append(cell)
        return nb, resources

    def _judge(self, cell: NotebookNode, otherwise: str) -> None:
        """Let a test cell's outputs say its outcome, in the terms that nbgrader reads."""
        if notebook.is_written(cell) and notebook.is_blank(cell.source):
            cell.metadata.nbgrader.checksum = utils.compute_checksum(cell)  # as if left untouched
        if cell.cell_type != "code" or not utils.is_grade(cell) or utils.is_solution(cell):
            return
        marks = cell.metadata.nbgrader
        outcome = self.outcomes.get(marks.grade_id)
        outcome = outcome or self._not_run(marks.grade_id, self.reason or otherwise)
        for output in cell.outputs:
            if output.output_type == "stream":
                output.name = "stdout"
        values = [output for output in cell.outputs if output.output_type == "execute_result"]
        failed = any(output.output_type == "error" for output in cell.outputs)
        if outcome.outcome == "passed" and not failed:
            if all(_is_score(value, marks.points) for value in values):
                return
            outcome = self._not_run(marks.grade_id, self._say("check.no_such_score"))
        for value in values:  # a number there would count before the error does
            value.output_type = "display_data"
            value.pop("execution_count", None)
        if not failed:
            cell.outputs.append(_error(outcome))

    def _not_run(self, grade_id: str, reason: str) -> TestOutcome:
        message = self._say("check.not_run", reason=reason)
        return TestOutcome(grade_id, "not_run", "check.not_run", message)

    def _say(self, key: str, **values: str) -> str:
        return say(key, lang=self.lang, **values)


def _missing(nb: NotebookNode, known: Notebook) -> Iterator[NotebookNode]:
    """The assignment's answers and tests that a notebook lacks, as they were released."""
    present = {notebook.grade_id(cell) for cell in nb.cells}
    points = {cell.name: cell.max_score for cell in known.grade_cells}
    answers = {cell.name for cell in known.solution_cells}
    for cell in source_cells(known):
        if cell.name in present or cell.name not in points.keys() | answers:
            continue
        marks = {"schema_version": 3, "grade_id": cell.name, "task": False}
        marks |= {"grade": cell.name in points, "solution": cell.name in answers}
        marks |= {"locked": cell.locked, "checksum": cell.checksum, "cell_type": cell.cell_type}
        if cell.name in points:
            marks["points"] = points[cell.name]
        new_cell: Callable[..., NotebookNode] = (
            new_code_cell if cell.cell_type == "code" else new_markdown_cell
        )
        name = f"{MISSING}{cell.name}"[:64]
        yield new_cell(cell.source, id=name, metadata={"nbgrader": marks})


def is_missing(cell: NotebookNode) -> bool:
    """Whether a cell below autograded/ was not in the notebook that was handed in."""
    return str(cell.get("id", "")).startswith(MISSING)


def recorded(cell: NotebookNode) -> TestOutcome:
    """What a test cell below autograded/ says of its outcome; why, where it did not run."""
    name = cell.metadata.nbgrader.grade_id
    for output in cell.get("outputs", []):
        if output.output_type == "error" and output.ename in OUTCOMES:
            key, _, message = output.evalue.partition(": ")
            outcome = OUTCOMES[output.ename]
            return TestOutcome(name, outcome, key, message if outcome == "not_run" else None)
    return TestOutcome(name, "passed")


def _error(outcome: TestOutcome) -> NotebookNode:
    name, message = ERRORS.get(outcome.outcome, "NotRun"), outcome.message or ""
    evalue = f"{outcome.key}: {message}"
    error: NotebookNode = new_output("error", ename=name, evalue=evalue, traceback=[message])
    return error


def _is_score(value: NotebookNode, points: float) -> bool:
    """Whether nbgrader takes a last value for full points or for some of them, and not more."""
    text = value.data.get("text/plain")
    try:
        return bool(text) and 0 <= float(text) <= points
    except ValueError:
        return True


def timestamp_of(folder: ClassFolder, ref: Ref) -> str:
    """When it was handed in, as nbgrader writes it; empty when that is not known."""
    path = folder.submitted(ref) / "timestamp.txt"
    found = _small(path, 100)
    if found is None:
        return ""
    text = found.decode("utf-8", "replace").strip()
    try:
        utils.parse_utc(text)
    except Exception:  # dateutil raises several kinds; the grade does not depend on them
        log.warning("%s is no time: %r", path, text)
        return ""
    return text


def _small(path: Path, most: int = 1000) -> bytes | None:
    """The beginning of a student's file, None where there is no ordinary one."""
    if not is_plain(path):
        return None
    with path.open("rb") as file:
        return file.read(most)
