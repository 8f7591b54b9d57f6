"""What the gradebook of a class tells: who has how many points, and how submissions came in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from nbgrader.api import Grade, GradeCell, MissingEntry, SubmittedAssignment, SubmittedNotebook

from grader.classroom.folder import Ref
from grader.gradebook.book import registered
from grader.gradebook.session import Book, source_cells
from grader.notebooks.notebook import exercise_of


@dataclass(frozen=True)
class Points:
    """What one student has of one assignment, after penalties and manual grades."""

    student: str
    score: float
    max_score: float
    exercises: dict[str, tuple[float, float]]  # score and maximum by exercise, in source order
    waiting: frozenset[str] = frozenset()  # exercises that a person has yet to look at


@dataclass(frozen=True)
class HandedIn:
    """How late a submission is, and what that costs."""

    seconds_late: float
    penalty: float


def graded(book: Book) -> list[str]:
    """The assignments of which a submission is recorded, first section first."""
    return sorted(each.name for each in book.assignments if each.submissions)


def maximum(book: Book, assignment: str) -> float:
    """The points that an assignment is worth; raises NotRegisteredError."""
    return float(registered(book, assignment).assignment.max_score)


def points(book: Book, assignment: str) -> list[Points]:
    """What every student who handed in has, sorted by student; raises NotRegisteredError."""
    tests = by_test(book, assignment)
    penalties = dict(
        book.db.query(SubmittedAssignment.student_id, SubmittedAssignment.late_submission_penalty)
        .filter(SubmittedAssignment.assignment_id == registered(book, assignment).assignment_id)
        .all()
    )
    open_at = waiting(book, assignment)
    rows = []
    for student, scores in tests.items():
        exercises: dict[str, tuple[float, float]] = {}
        for name, (score, worth) in scores.items():
            exercise = exercise_of(name)
            before, of = exercises.get(exercise, (0.0, 0.0))
            exercises[exercise] = (before + score, of + worth)
        total = sum(score for score, _ in exercises.values())
        most = sum(worth for _, worth in exercises.values())
        score = max(0.0, total - penalties[student])
        rows.append(Points(student, score, most, exercises, open_at.get(student, frozenset())))
    return rows


def waiting(book: Book, assignment: str) -> Mapping[str, frozenset[str]]:
    """The exercises of students at which a person has yet to look; raises NotRegisteredError."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for student, name in (
        book.db.query(SubmittedAssignment.student_id, GradeCell.name)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(GradeCell, GradeCell.id == Grade.cell_id)
        .filter(SubmittedAssignment.assignment_id == registered(book, assignment).assignment_id)
        .filter(Grade.needs_manual_grade)
    ):
        found[student] |= {exercise_of(name)}
    return found


def by_test(book: Book, assignment: str) -> dict[str, dict[str, tuple[float, float]]]:
    """The score and maximum of each test cell, in source order, by student who handed in.

    Manual grades count, penalties do not. Raises NotRegisteredError.
    """
    known = registered(book, assignment)
    maxima = {cell.name: cell.max_score for cell in known.grade_cells}
    order = [cell.name for cell in source_cells(known) if cell.name in maxima]
    students = book.db.query(SubmittedAssignment.student_id).filter(
        SubmittedAssignment.assignment_id == known.assignment_id
    )
    grades = (
        book.db.query(SubmittedAssignment.student_id, GradeCell.name, Grade.score)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(GradeCell, GradeCell.id == Grade.cell_id)
        .filter(SubmittedAssignment.assignment_id == known.assignment_id)
    )
    found = {(student, name): score for student, name, score in grades}
    return {
        student: {name: (found.get((student, name), 0.0), maxima[name]) for name in order}
        for student in sorted(student for (student,) in students)
    }


def total(book: Book, ref: Ref) -> tuple[float, float] | None:
    """The points of one submission and their maximum, after penalties; None if nothing is recorded.

    Raises NotRegisteredError.
    """
    registered(book, ref.assignment)
    try:
        found = book.find_submission(ref.assignment, ref.student)
    except MissingEntry:
        return None
    return max(0.0, found.score - (found.late_submission_penalty or 0.0)), found.max_score


def has(book: Book, ref: Ref) -> bool:
    """Whether a submission is recorded, and the graded notebook written."""
    if not book.folder.graded(ref).is_file():
        return False
    registered(book, ref.assignment)
    try:
        book.find_submission_notebook(ref.assignment, ref.assignment, ref.student)
    except MissingEntry:
        return False
    return True


def handed_in(book: Book, assignment: str) -> dict[str, HandedIn]:
    """How each submission came in, by student; raises NotRegisteredError."""
    known = registered(book, assignment)
    due = known.assignment.duedate
    submissions = book.db.query(
        SubmittedAssignment.student_id,
        SubmittedAssignment.timestamp,
        SubmittedAssignment.extension,
        SubmittedAssignment.late_submission_penalty,
    ).filter(SubmittedAssignment.assignment_id == known.assignment_id)
    return {
        student: HandedIn(_late(when, due, more), penalty)
        for student, when, more, penalty in submissions
    }


def _late(when: datetime | None, due: datetime | None, more: timedelta | None) -> float:
    if when is None or due is None:
        return 0.0
    return max(0.0, (when - due - (more or timedelta())).total_seconds())
