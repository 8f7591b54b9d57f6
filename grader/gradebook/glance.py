"""A look at the gradebook of a class by SQL alone, which waits for no import of nbgrader's.

Nor for SQLAlchemy's, where the gradebook is a file.

What nbgrader counts, such as lateness and penalties, stands there as it was counted.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from grader.classroom.folder import ClassFolder
from grader.errors import GradebookError
from grader.gradebook.address import on_server

PATIENCE = 30  # seconds that somebody else may lock the gradebook
EPOCH = datetime(1970, 1, 1)  # a span of time is kept as this time and the span

STUDENTS = "SELECT id FROM student"
REGISTERED = """
    SELECT assignment.duedate, notebook.kernelspec, source_cell.name, source_cell.checksum
    FROM assignment
    JOIN notebook ON notebook.assignment_id = assignment.id AND notebook.name = assignment.name
    JOIN source_cell ON source_cell.notebook_id = notebook.id
    WHERE assignment.name = :assignment
    ORDER BY source_cell.name
"""
RECORDED = """
    SELECT submitted_assignment.student_id
    FROM assignment
    JOIN submitted_assignment ON submitted_assignment.assignment_id = assignment.id
    JOIN submitted_notebook ON submitted_notebook.assignment_id = submitted_assignment.id
    JOIN notebook ON notebook.id = submitted_notebook.notebook_id
    WHERE assignment.name = :assignment AND notebook.name = assignment.name
"""
POINTS = """
    WITH score AS (
        SELECT submitted_notebook.assignment_id AS submission, SUM(
            COALESCE(grade.manual_score + COALESCE(grade.extra_credit, 0),
                     grade.auto_score + COALESCE(grade.extra_credit, 0), 0)) AS points,
            SUM(CASE WHEN grade.needs_manual_grade THEN 1 ELSE 0 END) AS waiting
        FROM grade
        JOIN grade_cells ON grade_cells.id = grade.cell_id
        JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
        GROUP BY submitted_notebook.assignment_id
    ), penalty AS (
        SELECT assignment_id AS submission, SUM(COALESCE(late_submission_penalty, 0)) AS points
        FROM submitted_notebook
        GROUP BY assignment_id
    ), most AS (
        SELECT notebook.assignment_id AS assignment, SUM(grade_cells.max_score) AS points
        FROM grade_cells
        JOIN base_cell ON base_cell.id = grade_cells.id
        JOIN notebook ON notebook.id = base_cell.notebook_id
        GROUP BY notebook.assignment_id
    )
    SELECT submitted_assignment.student_id, COALESCE(score.points, 0), COALESCE(most.points, 0),
           COALESCE(penalty.points, 0), COALESCE(score.waiting, 0),
           submitted_assignment.timestamp, assignment.duedate, submitted_assignment.extension
    FROM assignment
    JOIN submitted_assignment ON submitted_assignment.assignment_id = assignment.id
    LEFT JOIN score ON score.submission = submitted_assignment.id
    LEFT JOIN penalty ON penalty.submission = submitted_assignment.id
    LEFT JOIN most ON most.assignment = assignment.id
    WHERE assignment.name = :assignment
"""


@dataclass(frozen=True)
class Standing:
    """What one student has of an assignment, manual grades and the penalty for lateness counted."""

    points: float
    most: float
    seconds_late: float
    penalty: float
    waiting: int  # grades that a person has yet to look at


def exists(folder: ClassFolder) -> bool:
    """Whether a class has a gradebook. Raises GradebookError, as do the others."""
    return _has_tables(folder) if on_server(folder) else folder.gradebook.is_file()


def students(folder: ClassFolder) -> frozenset[str]:
    """All whom the gradebook knows."""
    return frozenset(student for (student,) in _rows(folder, STUDENTS))


def registered(folder: ClassFolder, assignment: str) -> str:
    """All that the gradebook was told of an assignment, as text; empty for one that it lacks."""
    found = _rows(folder, REGISTERED, assignment=assignment)
    return repr(found) if found else ""


def recorded(folder: ClassFolder, assignment: str) -> frozenset[str]:
    """The students of whom a submission is recorded."""
    return frozenset(student for (student,) in _rows(folder, RECORDED, assignment=assignment))


def standings(folder: ClassFolder, assignment: str) -> dict[str, Standing]:
    """What every student who handed in has, sorted by student."""
    return {
        student: Standing(max(0.0, points - penalty), most, _late(*times), penalty, waiting)
        for student, points, most, penalty, waiting, *times in sorted(
            _rows(folder, POINTS, assignment=assignment)
        )
    }


def _late(
    handed_in: str | datetime | None, due: str | datetime | None, more: str | timedelta | None
) -> float:
    if handed_in is None or due is None:
        return 0.0
    late = _time(handed_in) - _time(due)
    if more is not None:
        late -= more if isinstance(more, timedelta) else _time(more) - EPOCH
    return max(0.0, late.total_seconds())


def _time(told: str | datetime) -> datetime:
    """A time, which SQLite tells as text."""
    return told if isinstance(told, datetime) else datetime.fromisoformat(told)


def _rows(folder: ClassFolder, query: str, **of: str) -> list[tuple[Any, ...]]:
    if on_server(folder):
        return _rows_of_server(folder, query, of)
    try:
        place = f"{folder.gradebook.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(place, PATIENCE, uri=True)) as book:
            return book.execute(query, of).fetchall()
    except (sqlite3.Error, OSError) as error:
        raise GradebookError(f"{folder.gradebook} cannot be used: {error}") from error


def _rows_of_server(
    folder: ClassFolder, query: str, of: Mapping[str, str]
) -> list[tuple[Any, ...]]:
    from sqlalchemy import text

    from grader.gradebook.engine import connected

    with connected(folder) as connection:
        return [tuple(row) for row in connection.execute(text(query), of)]


def _has_tables(folder: ClassFolder) -> bool:
    from grader.gradebook.engine import has_tables

    return has_tables(folder)
