"""Results into nbgrader: its gradebook, its autograded/ folder, its converters.

A submission is sanitised here before it runs and recorded here after it was judged. In between
nothing of nbgrader is involved, and nothing of a student's is ever executed in this room.
"""

import copy
import json
import logging
import os
import re
import shutil
import sys
import tempfile
import textwrap
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbconvert.writers import FilesWriter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader import preprocessors as stock
from nbgrader import utils
from nbgrader.api import (
    Grade,
    Gradebook,
    GradeCell,
    MissingEntry,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SAWarning, SQLAlchemyError
from traitlets.config import Config, PyFileConfigLoader

from grader import notebook
from grader.outcome import Graded, TestOutcome
from nlplab.messages import catalogue

LARGEST_SUBMISSION = 100_000_000  # bytes
ERRORS = {"not_attempted": "NotAttempted", "wrong": "Mistake", "crashed": "Crashed"}
NO_RESULT = {"ko": "채점 결과가 없습니다.", "en": "there is no result for it."}
MISSING = {
    "ko": "제출한 노트북에 이 셀이 없습니다.",
    "en": "the notebook that was handed in does not have this cell.",
}
NO_SUCH_SCORE = {
    "ko": "0점과 배점 사이의 점수가 아닙니다.",
    "en": "its score is not between zero and its points.",
}

_log = logging.getLogger(f"{__name__}.nbgrader")
_log.addHandler(logging.NullHandler())  # nbgrader's own messages: kept off the terminal
_log.setLevel(logging.WARNING)


class RecordError(Exception):
    """Something that cannot be entered into the gradebook; the message says what and why."""


class NotRegisteredError(RecordError):
    """The gradebook does not know the assignment: it was never registered."""


class AssignmentChangedError(RecordError):
    """Cells were added or removed after submissions were graded, which nbgrader refuses."""


class SubmissionError(RecordError):
    """A submission that cannot be graded as it is; the base of those below."""


class NotHandedInError(SubmissionError):
    """There is no notebook of the assignment's name, or it is no ordinary file."""


class NotJSONError(SubmissionError):
    """The file is not JSON text: cut short, binary, or something else renamed."""


class NotANotebookError(SubmissionError):
    """The file is JSON, but not a notebook of format 4."""


class MetadataError(SubmissionError):
    """The cells' nbgrader metadata are of another version, incomplete or tampered with."""


@dataclass(frozen=True)
class Points:
    """What one student has of one assignment, after penalties and manual grades."""

    student: str
    score: float
    max_score: float
    exercises: dict[str, tuple[float, float]]  # score and maximum by exercise, in source order


# --- the class folder ---


def class_config(class_dir: Path | str) -> Config:
    """nbgrader's configuration for a class folder.

    Late penalties and the like come from the `nbgrader_config.py` beside the folder, where there
    is one; submitted/, autograded/, feedback/ and gradebook.db are always those in the folder.
    """
    root = Path(class_dir).resolve()
    config = Config()
    if (root.parent / "nbgrader_config.py").is_file():
        config.merge(PyFileConfigLoader("nbgrader_config.py", path=str(root.parent)).load_config())
    config.CourseDirectory.update({"root": str(root), "db_url": _url(class_dir)})
    for step in ("source", "release", "submitted", "autograded", "feedback"):
        config.CourseDirectory[f"{step}_directory"] = step
    return config


def register(class_dir: Path | str, assignment: str, gradebook_notebook: NotebookNode) -> None:
    """Enter an assignment, its cells and points into the class's gradebook, making that if needed.

    `gradebook_notebook` is the student's release with its hidden tests still in it. Registering
    the same again changes nothing; a due date set meanwhile stays. Raises AssignmentChangedError
    when cells came or went although submissions are recorded.
    """
    _check_names(assignment)
    resources = _resources(class_dir, "", assignment)
    release = copy.deepcopy(gradebook_notebook)
    for step in (stock.CheckCellMetadata, stock.ComputeChecksums):
        release, _ = step(log=_log)(release, resources)
    wanted = [(notebook.grade_id(c), c.metadata.nbgrader.checksum) for c in _marked(release)]
    kernelspec = release.metadata.get("kernelspec", {})

    Path(class_dir).mkdir(parents=True, exist_ok=True)
    with _environment_on_path(), Gradebook(_url(class_dir)) as gradebook:
        gradebook.update_or_create_assignment(assignment)
        try:
            book = gradebook.find_notebook(assignment, assignment)
        except MissingEntry:
            known = []
        else:
            known = [(cell.name, cell.checksum) for cell in book.source_cells]
            if known == wanted and json.loads(book.kernelspec) == kernelspec:
                return
    try:
        stock.SaveCells(log=_log)(release, resources)
    except RuntimeError as error:
        cells = ", ".join(sorted(dict(known).keys() ^ dict(wanted).keys()))
        raise AssignmentChangedError(
            f"{assignment} has graded submissions, so its cells cannot come or go: {cells}. "
            "Keep them, or start a new class folder"
        ) from error


def points(class_dir: Path | str, assignment: str) -> list[Points]:
    """What every student who handed in has, sorted by student; raises NotRegisteredError."""
    with _gradebook(class_dir, assignment) as gradebook:
        book = gradebook.find_notebook(assignment, assignment)
        maxima = {cell.name: cell.max_score for cell in book.grade_cells}
        order = [cell.name for cell in book.source_cells if cell.name in maxima]
        submissions = gradebook.db.query(
            SubmittedAssignment.student_id, SubmittedAssignment.late_submission_penalty
        ).filter(SubmittedAssignment.assignment_id == book.assignment_id)
        grades = (
            gradebook.db.query(SubmittedAssignment.student_id, GradeCell.name, Grade.score)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
            .join(GradeCell, GradeCell.id == Grade.cell_id)
            .filter(SubmittedAssignment.assignment_id == book.assignment_id)
        )
        scores = {(student, name): score for student, name, score in grades}
        penalties = dict(submissions.all())

    rows = []
    for student, penalty in sorted(penalties.items()):
        exercises: dict[str, tuple[float, float]] = {}
        for name in order:
            exercise = notebook.exercise_of(name) or name
            score, maximum = exercises.get(exercise, (0.0, 0.0))
            exercises[exercise] = (score + scores.get((student, name), 0.0), maximum + maxima[name])
        total = sum(score for score, _ in exercises.values())
        rows.append(Points(student, max(0.0, total - penalty), sum(maxima.values()), exercises))
    return rows


# --- before a submission runs ---


def sanitise(class_dir: Path | str, student: str, assignment: str) -> bytes:
    """The submitted notebook as nbgrader would run it: no outputs, the course's own test cells.

    Nothing is written. Raises a SubmissionError that says what is wrong with the submission, and
    NotRegisteredError.
    """
    path = _submitted(class_dir, student, assignment) / f"{assignment}.ipynb"
    with _gradebook(class_dir, assignment):
        converter = _Replayed(class_dir, student, assignment)
    submission = _read(path)
    try:
        return converter.sanitise(submission).encode("utf-8")
    except SQLAlchemyError:
        raise  # the gradebook's trouble, not the student's
    except Exception as error:  # hostile metadata break nbgrader's preprocessors in many ways
        raise MetadataError(f"{path.name}: {_brief(error)}") from error


def _read(path: Path) -> NotebookNode:
    if not _is_plain(path):
        raise NotHandedInError(f"no notebook {path.name}")
    if path.stat().st_size > LARGEST_SUBMISSION:
        raise NotANotebookError(f"{path.name} is larger than {LARGEST_SUBMISSION // 10**6} MB")
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotJSONError(f"{path.name} is not JSON: {_brief(error)}") from error
    cells = content.get("cells") if isinstance(content, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise NotANotebookError(f"{path.name} is JSON without a notebook's cells")
    ids: set[str] = set()
    for index, cell in enumerate(cells):
        if cell.get("cell_type") == "code":  # thrown away, so let no broken output cost a grade
            cell.update(outputs=[], execution_count=None)
        name = cell.get("id")
        if not isinstance(name, str) or not re.fullmatch(r"[\w-]{1,64}", name, re.A) or name in ids:
            cell["id"] = next(new for n in count(index) if (new := f"cell-{n}") not in ids)
        ids.add(cell["id"])
    try:
        content["nbformat_minor"] = 5
        submission = notebook.parse(json.dumps(content).encode())
        nbformat.validate(submission, relax_add_props=True)
        nbformat.writes(submission).encode("utf-8")  # half a surrogate pair cannot be written
    except Exception as error:  # nbformat raises what a list or None happens to give
        raise NotANotebookError(f"{path.name} is no valid notebook: {_brief(error)}") from error
    return submission


# --- after it was judged ---


def record(class_dir: Path | str, student: str, assignment: str, graded: Graded) -> None:
    """Enter a judged submission into the gradebook and write it below autograded/.

    A later result replaces an earlier one; manual scores and comments stay. A test cell scores by
    its outcome in `graded.tests`: without one, or missing from the notebook, it has 0 and says so.
    What test cells write to stderr is replayed as stdout, so that a warning costs nothing.
    Raises NotRegisteredError, and RecordError when nbgrader cannot take the result.
    """
    _replay(class_dir, student, assignment, graded)


def unrecordable(class_dir: Path | str, student: str, assignment: str, reason: str) -> None:
    """Enter a submission that could not be graded: zeros, and the reason where people look.

    The reason stands in a notebook below autograded/, on every test and as the comment of the
    first answer. Raises as `record`.
    """
    reason = _writable(reason)
    quoted = textwrap.indent(reason, "    ")  # as code: it may quote HTML of the student's
    note = new_markdown_cell(quoted, id="reason")
    stand_in = nbformat.writes(new_notebook(cells=[note])).encode("utf-8")
    _replay(class_dir, student, assignment, Graded(stand_in, (), {}), reason)
    with _gradebook(class_dir, assignment) as gradebook:
        book = gradebook.find_submission_notebook(assignment, assignment, student)
        comments = {comment.name: comment for comment in book.comments}
        for cell in book.notebook.source_cells:
            if cell.name in comments:
                comments[cell.name].auto_comment = quoted
                break
        gradebook.db.commit()


def _replay(
    class_dir: Path | str, student: str, assignment: str, graded: Graded, reason: str = ""
) -> None:
    timestamp = _timestamp(_submitted(class_dir, student, assignment))
    with _gradebook(class_dir, assignment):
        converter = _Replayed(class_dir, student, assignment)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # of nbgrader's own models
            converter.record(graded, timestamp, reason)
    except Exception as error:
        shutil.rmtree(converter.graded_folder, ignore_errors=True)
        raise RecordError(f"{student}: {_brief(error)}") from error


class _Replayed(Autograde):
    """nbgrader's Autograde for one submission that runs elsewhere.

    The working directory stays as it is, and what goes wrong is raised instead of logged.
    """

    def __init__(self, class_dir: Path | str, student: str, assignment: str) -> None:
        config = class_config(class_dir)
        course = CourseDirectory(config=config, log=_log)
        super().__init__(coursedir=course, config=config, log=_log)
        self.whose = (class_dir, student, assignment)
        self.graded_folder = self._format_dest(assignment, student)
        self.sanitize_preprocessors = [
            stock.ClearOutput,
            stock.DeduplicateIds,
            stock.OverwriteKernelspec,
            stock.OverwriteCells,
            Unmark,
            stock.CheckCellMetadata,
        ]
        self.writer = FilesWriter(parent=self)
        self.exporter = self.exporter_class(parent=self, config=self.config)

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        return _resources(*self.whose)

    def sanitise(self, submission: NotebookNode) -> str:
        self._init_preprocessors()
        return self.exporter.from_notebook_node(submission, _resources(*self.whose))[0]

    def record(self, graded: Graded, timestamp: str, reason: str) -> None:
        _, student, assignment = self.whose
        self.autograde_preprocessors = [
            Replay(graded, reason, log=_log),
            stock.IgnorePattern,
            ClearMetadataPreprocessor,
            stock.LimitOutput,
            stock.SaveAutoGrades,
            stock.AssignLatePenalties,
            stock.CheckCellMetadata,
        ]
        shutil.rmtree(self.graded_folder, ignore_errors=True)
        # What ran is what is recorded: nbgrader reads it, and not the student's folder again.
        with tempfile.TemporaryDirectory(prefix="record-") as submitted:
            self.coursedir.submitted_directory = submitted
            path = Path(submitted, student, assignment, f"{assignment}.ipynb")
            path.parent.mkdir(parents=True)
            path.write_bytes(graded.notebook)
            if timestamp:
                path.with_name("timestamp.txt").write_text(timestamp)
            self.notebooks = [str(path)]
            self.init_assignment(assignment, student)
            self.convert_single_notebook(str(path))
            self.set_permissions(assignment, student)


class Unmark(stock.NbGraderPreprocessor):
    """Makes an ordinary cell of one that has lost its grade_id.

    nbgrader takes the id from a repeated cell and from one of another assignment, and then
    refuses the whole notebook for what is left of their metadata.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        if "grade_id" not in cell.metadata.get("nbgrader", {}):
            cell.metadata.pop("nbgrader", None)
        return cell, resources


class Replay(stock.NbGraderPreprocessor):
    """Stands where nbgrader has Execute: puts in the outputs of cells that ran elsewhere."""

    def __init__(self, graded: Graded, reason: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.ran = notebook.parse(graded.notebook).cells
        self.outcomes = {test.grade_id: test for test in graded.tests}
        self.reason = reason

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        lang = notebook.language(nb)
        for cell, ran in zip(nb.cells, self.ran, strict=True):
            if cell.cell_type == ran.cell_type == "code":
                cell.outputs, cell.execution_count = ran.outputs, ran.execution_count
            self._judge(cell, NO_RESULT[lang], lang)
        for cell in _missing(nb, resources["nbgrader"]):
            self._judge(cell, MISSING[lang], lang)
            nb.cells.append(cell)
        return nb, resources

    def _judge(self, cell: NotebookNode, otherwise: str, lang: str) -> None:
        """Let a test cell's outputs say its outcome, in the terms that nbgrader reads."""
        if cell.cell_type != "code" or not utils.is_grade(cell) or utils.is_solution(cell):
            return
        marks = cell.metadata.nbgrader
        outcome = self.outcomes.get(marks.grade_id)
        outcome = outcome or _not_run(marks.grade_id, self.reason or otherwise, lang)
        for output in cell.outputs:
            if output.output_type == "stream":
                output.name = "stdout"
        values = [output for output in cell.outputs if output.output_type == "execute_result"]
        failed = any(output.output_type == "error" for output in cell.outputs)
        if outcome.outcome == "passed" and not failed:
            if all(_is_score(value, marks.points) for value in values):
                return
            outcome = _not_run(marks.grade_id, NO_SUCH_SCORE[lang], lang)
        for value in values:  # a number there would count before the error does
            value.output_type = "display_data"
            value.pop("execution_count", None)
        if not failed:
            cell.outputs.append(_error(outcome))


def _missing(nb: NotebookNode, names: dict[str, str]) -> Iterator[NotebookNode]:
    """The assignment's answers and tests that a notebook lacks, as they were released."""
    present = {notebook.grade_id(cell) for cell in nb.cells}
    with Gradebook(names["db_url"]) as gradebook:
        book = gradebook.find_notebook(names["notebook"], names["assignment"])
        points = {cell.name: cell.max_score for cell in book.grade_cells}
        answers = {cell.name for cell in book.solution_cells}
        for cell in book.source_cells:
            if cell.name in present or cell.name not in points.keys() | answers:
                continue
            marks = {"schema_version": 3, "grade_id": cell.name, "task": False}
            marks |= {"grade": cell.name in points, "solution": cell.name in answers}
            marks |= {"locked": cell.locked, "checksum": cell.checksum, "cell_type": cell.cell_type}
            if cell.name in points:
                marks["points"] = points[cell.name]
            new_cell = new_code_cell if cell.cell_type == "code" else new_markdown_cell
            yield new_cell(
                cell.source, id=f"missing-{cell.name}"[:64], metadata={"nbgrader": marks}
            )


def _not_run(grade_id: str, reason: str, lang: str) -> TestOutcome:
    message = catalogue()["check.not_run"][lang].format(reason=reason)
    return TestOutcome(grade_id, "not_run", "check.not_run", message)


def _error(outcome: TestOutcome) -> NotebookNode:
    name, message = ERRORS.get(outcome.outcome, "NotRun"), outcome.message or ""
    return new_output("error", ename=name, evalue=f"{outcome.key}: {message}", traceback=[message])


def _is_score(value: NotebookNode, points: float) -> bool:
    """Whether nbgrader takes a last value for full points or for some of them, and not more."""
    text = value.data.get("text/plain")
    try:
        return bool(text) and 0 <= float(text) <= points
    except ValueError:
        return True


# --- small things ---


def _url(class_dir: Path | str) -> str:
    return f"sqlite:///{Path(class_dir).resolve() / 'gradebook.db'}"


def _resources(class_dir: Path | str, student: str, assignment: str) -> dict[str, Any]:
    """What nbgrader's preprocessors ask for: whose notebook it is and where its grades go."""
    names = {"student": student, "assignment": assignment, "notebook": assignment}
    return {
        "unique_key": assignment,
        "output_files_dir": f"{assignment}_files",
        "nbgrader": names | {"db_url": _url(class_dir)},
    }


@contextmanager
def _gradebook(class_dir: Path | str, assignment: str) -> Iterator[Gradebook]:
    if not (Path(class_dir) / "gradebook.db").is_file():
        raise NotRegisteredError(f"{class_dir} has no gradebook")
    with Gradebook(_url(class_dir)) as gradebook:
        try:
            gradebook.find_notebook(assignment, assignment)
        except MissingEntry as error:
            raise NotRegisteredError(f"the gradebook of {class_dir} has no {assignment}") from error
        yield gradebook


@contextmanager
def _environment_on_path() -> Iterator[None]:
    """nbgrader starts `alembic` by name when it makes a gradebook: let it find ours."""
    before = os.environ.get("PATH", os.defpath)
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), before))
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _submitted(class_dir: Path | str, student: str, assignment: str) -> Path:
    _check_names(student, assignment)
    return Path(class_dir) / "submitted" / student / assignment


def _check_names(*names: str) -> None:
    for name in names:
        if name in ("", ".", "..") or re.search(r"[/\\\0]", name):
            raise ValueError(f"not the name of a folder: {name!r}")


def _is_plain(path: Path) -> bool:
    """Whether it is a file in its own folder, not a link to somebody else's."""
    return path.is_file() and not path.is_symlink() and not path.parent.is_symlink()


def _timestamp(folder: Path) -> str:
    """When it was handed in, as nbgrader writes it; empty when that is not known."""
    path = folder / "timestamp.txt"
    if not _is_plain(path):
        return ""
    with path.open(encoding="utf-8", errors="replace") as file:
        text = file.read(100).strip()
    try:
        utils.parse_utc(text)
    except Exception:  # dateutil raises several kinds; the grade does not depend on them
        _log.warning("%s is no time: %r", path, text)
        return ""
    return text


def _marked(nb: NotebookNode) -> list[NotebookNode]:
    kinds = (utils.is_grade, utils.is_solution, utils.is_locked, utils.is_task)
    return [cell for cell in nb.cells if any(kind(cell) for kind in kinds)]


def _brief(error: BaseException) -> str:
    """The first line of an error, short enough for a table."""
    text = str(error).strip().split("\n")[0] or type(error).__name__
    return textwrap.shorten(_writable(text), 200, placeholder=" …")


def _writable(text: str) -> str:
    """`text` without half surrogate pairs, which no file and no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
