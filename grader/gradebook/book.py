"""The gradebook of a class, nbgrader's own: what it is told of assignments, and what it tells."""

import copy
import json
import logging
import os
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader import preprocessors as stock
from nbgrader import utils
from nbgrader.api import (
    Grade,
    Gradebook,
    GradeCell,
    MissingEntry,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy.exc import SAWarning

from grader.classroom.folder import check_names, db_url
from grader.errors import AssignmentChangedError, NotRegisteredError
from grader.gradebook import migrate
from grader.notebooks import notebook

log = logging.getLogger(f"{__name__}.nbgrader")
log.addHandler(logging.NullHandler())  # nbgrader's own messages: kept off the terminal
log.setLevel(logging.WARNING)


@dataclass(frozen=True)
class Points:
    """What one student has of one assignment, after penalties and manual grades."""

    student: str
    score: float
    max_score: float
    exercises: dict[str, tuple[float, float]]  # score and maximum by exercise, in source order


@dataclass(frozen=True)
class HandedIn:
    """How late a submission is, what that costs, and how many of its grades wait for a person."""

    seconds_late: float
    penalty: float
    waiting: int


def register(class_dir: Path | str, assignment: str, gradebook_notebook: NotebookNode) -> None:
    """Enter an assignment, its cells and points into the class's gradebook, making that if needed.

    `gradebook_notebook` is the student's release with its hidden tests still in it. Registering
    the same again changes nothing; a due date set meanwhile stays. When submissions are recorded,
    cells may come, and go as long as nobody has entered a score or a comment there: else raises
    AssignmentChangedError.
    """
    release, resources = _prepared(class_dir, assignment, gradebook_notebook)
    with environment_on_path(), Gradebook(db_url(class_dir)) as gradebook:
        gradebook.update_or_create_assignment(assignment)
        book = _notebook(gradebook, assignment)
        if book and _holds(book, release):
            return
        if book and book.submissions:
            if entered := migrate.entered_at_gone(book, _marked(release)):
                raise AssignmentChangedError(
                    f"{assignment} has lost cells at which somebody entered {entered}. Give them "
                    "back their grade_id in source/, or clear that in the formgrader; then grade "
                    "again"
                )
            migrate.amend(gradebook, book, release, _marked(release))
    stock.SaveCells(log=log)(release, resources)


def mended(class_dir: Path | str, assignment: str, gradebook_notebook: NotebookNode) -> bool:
    """Whether submissions are recorded under another version of the assignment than this one."""
    with environment_on_path(), Gradebook(db_url(class_dir)) as gradebook:
        book = _notebook(gradebook, assignment)
        if book is None or not book.submissions:
            return False
        release, _ = _prepared(class_dir, assignment, gradebook_notebook)
        return not _holds(book, release)


def _prepared(
    class_dir: Path | str, assignment: str, gradebook_notebook: NotebookNode
) -> tuple[NotebookNode, dict[str, Any]]:
    """A version of an assignment with nbgrader's checksums, and where it goes."""
    check_names(assignment)
    Path(class_dir).mkdir(parents=True, exist_ok=True)
    resources = resources_of(class_dir, "", assignment)
    release = copy.deepcopy(gradebook_notebook)
    for step in (stock.CheckCellMetadata, stock.ComputeChecksums):
        release, _ = step(log=log)(release, resources)
    return release, resources


def _notebook(gradebook: Gradebook, assignment: str) -> Notebook | None:
    try:
        return gradebook.find_notebook(assignment, assignment)
    except MissingEntry:
        return None


def _holds(book: Notebook, release: NotebookNode) -> bool:
    """Whether the gradebook has these cells, with their points, in this order."""
    wanted = [(notebook.grade_id(c), c.metadata.nbgrader.checksum) for c in _marked(release)]
    known = [(cell.name, cell.checksum) for cell in book.source_cells]
    return known == wanted and json.loads(book.kernelspec) == release.metadata.get("kernelspec", {})


def graded(class_dir: Path | str) -> list[str]:
    """The assignments of which a submission is recorded, first section first."""
    if not (Path(class_dir) / "gradebook.db").is_file():
        return []
    with Gradebook(db_url(class_dir)) as gradebook:
        return sorted(a.name for a in gradebook.assignments if a.submissions)


def cells(class_dir: Path | str, assignment: str) -> set[str]:
    """The names of an assignment's answers, tests and locked cells; raises NotRegisteredError."""
    with opened(class_dir, assignment) as gradebook:
        return {cell.name for cell in gradebook.find_notebook(assignment, assignment).source_cells}


def maximum(class_dir: Path | str, assignment: str) -> float:
    """The points that an assignment is worth; raises NotRegisteredError."""
    with opened(class_dir, assignment) as gradebook:
        return gradebook.find_assignment(assignment).max_score


def points(class_dir: Path | str, assignment: str) -> list[Points]:
    """What every student who handed in has, sorted by student; raises NotRegisteredError."""
    with opened(class_dir, assignment) as gradebook:
        penalties = dict(
            gradebook.db.query(
                SubmittedAssignment.student_id, SubmittedAssignment.late_submission_penalty
            ).filter(SubmittedAssignment.assignment_id == gradebook.find_assignment(assignment).id)
        )
    rows = []
    for student, tests in scores(class_dir, assignment).items():
        exercises: dict[str, tuple[float, float]] = {}
        for name, (score, worth) in tests.items():
            exercise = notebook.exercise_of(name) or name
            before, of = exercises.get(exercise, (0.0, 0.0))
            exercises[exercise] = (before + score, of + worth)
        total = sum(score for score, _ in exercises.values())
        most = sum(worth for _, worth in exercises.values())
        rows.append(Points(student, max(0.0, total - penalties[student]), most, exercises))
    return rows


def scores(class_dir: Path | str, assignment: str) -> dict[str, dict[str, tuple[float, float]]]:
    """The score and maximum of each test cell, in source order, by student who handed in.

    Manual grades count, penalties do not. Raises NotRegisteredError.
    """
    with opened(class_dir, assignment) as gradebook:
        book = gradebook.find_notebook(assignment, assignment)
        maxima = {cell.name: cell.max_score for cell in book.grade_cells}
        order = [cell.name for cell in book.source_cells if cell.name in maxima]
        students = gradebook.db.query(SubmittedAssignment.student_id).filter(
            SubmittedAssignment.assignment_id == book.assignment_id
        )
        grades = (
            gradebook.db.query(SubmittedAssignment.student_id, GradeCell.name, Grade.score)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
            .join(GradeCell, GradeCell.id == Grade.cell_id)
            .filter(SubmittedAssignment.assignment_id == book.assignment_id)
        )
        found = {(student, name): score for student, name, score in grades}
        return {
            student: {name: (found.get((student, name), 0.0), maxima[name]) for name in order}
            for student in sorted(student for (student,) in students)
        }


def total(class_dir: Path | str, student: str, assignment: str) -> tuple[float, float] | None:
    """The points of one student and their maximum, after penalties; None if nothing is recorded.

    Raises NotRegisteredError.
    """
    with opened(class_dir, assignment) as gradebook:
        try:
            found = gradebook.find_submission(assignment, student)
        except MissingEntry:
            return None
        return max(0.0, found.score - (found.late_submission_penalty or 0.0)), found.max_score


def extend(
    class_dir: Path | str, student: str, assignment: str, extension: timedelta | None
) -> None:
    """Give a student who handed in more time, or with None no more of it.

    nbgrader counts lateness from the due date and the extension when the result is recorded, and
    knows no extension of an assignment that is never due: then there is none. Raises
    NotRegisteredError.
    """
    with warnings.catch_warnings(), opened(class_dir, assignment) as gradebook:
        warnings.simplefilter("ignore", SAWarning)  # of nbgrader's own models
        gradebook.update_or_create_student(student)
        if gradebook.find_assignment(assignment).duedate is None:
            extension = None
        gradebook.update_or_create_submission(assignment, student, extension=extension)


def handed_in(class_dir: Path | str, assignment: str) -> dict[str, HandedIn]:
    """How each submission came in, by student; raises NotRegisteredError."""
    with opened(class_dir, assignment) as gradebook:
        book = gradebook.find_notebook(assignment, assignment)
        due = book.assignment.duedate
        submissions = gradebook.db.query(
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            SubmittedAssignment.late_submission_penalty,
        ).filter(SubmittedAssignment.assignment_id == book.assignment_id)
        waiting = Counter(
            student
            for (student,) in gradebook.db.query(SubmittedAssignment.student_id)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
            .filter(SubmittedAssignment.assignment_id == book.assignment_id)
            .filter(Grade.needs_manual_grade)
        )
        return {
            student: HandedIn(_late(when, due, more), penalty, waiting[student])
            for student, when, more, penalty in submissions
        }


def _late(when: datetime | None, due: datetime | None, more: timedelta | None) -> float:
    if when is None or due is None:
        return 0.0
    return max(0.0, (when - due - (more or timedelta())).total_seconds())


def has(class_dir: Path | str, student: str, assignment: str) -> bool:
    """Whether a student's grades of an assignment are recorded, and the graded notebook written."""
    written = Path(class_dir, "autograded", student, assignment, f"{assignment}.ipynb")
    if not written.is_file():
        return False
    with opened(class_dir, assignment) as gradebook:
        try:
            gradebook.find_submission_notebook(assignment, assignment, student)
        except MissingEntry:
            return False
    return True


@contextmanager
def opened(class_dir: Path | str, assignment: str) -> Iterator[Gradebook]:
    """The gradebook of a class, which must know the assignment; raises NotRegisteredError."""
    if not (Path(class_dir) / "gradebook.db").is_file():
        raise NotRegisteredError(f"{class_dir} has no gradebook")
    with Gradebook(db_url(class_dir)) as gradebook:
        try:
            gradebook.find_notebook(assignment, assignment)
        except MissingEntry as error:
            raise NotRegisteredError(f"the gradebook of {class_dir} has no {assignment}") from error
        yield gradebook


def resources_of(class_dir: Path | str, student: str, assignment: str) -> dict[str, Any]:
    """What nbgrader's preprocessors ask for: whose notebook it is and where its grades go."""
    names = {"student": student, "assignment": assignment, "notebook": assignment}
    return {
        "unique_key": assignment,
        "output_files_dir": f"{assignment}_files",
        "nbgrader": names | {"db_url": db_url(class_dir)},
    }


def _marked(nb: NotebookNode) -> list[NotebookNode]:
    kinds = (utils.is_grade, utils.is_solution, utils.is_locked, utils.is_task)
    return [cell for cell in nb.cells if any(kind(cell) for kind in kinds)]


@contextmanager
def environment_on_path() -> Iterator[None]:
    """nbgrader starts `alembic` by name when it makes a gradebook: let it find ours."""
    before = os.environ.get("PATH", os.defpath)
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), before))
    try:
        yield
    finally:
        os.environ["PATH"] = before
