"""What is recorded of a class, read once, without what a fault of ours left ungraded."""

from collections.abc import Mapping
from dataclasses import dataclass

from grader.classroom import faults, results, roster
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.roster import Student
from grader.classroom.submission import brief
from grader.errors import ExportError, FileError, NotebookError
from grader.gradebook import glance, scores, written
from grader.gradebook.scores import Points
from grader.gradebook.session import opened
from grader.gradebook.written import Outcomes
from grader.notebooks import files, notebook
from grader.outcome import TestOutcome

MOST_NAMED = 8
Tests = Mapping[str, tuple[float, float]]  # the score and the maximum of each test cell


@dataclass(frozen=True)
class Assignment:
    """One assignment: its maximum, and what each student has, whole and by test cell.

    `written` is what became of written answers, by student.
    """

    name: str
    maximum: float
    points: Mapping[str, Points]
    tests: Mapping[str, Tests]
    written: Mapping[str, Outcomes]

    @property
    def waiting(self) -> list[str]:
        """A line, where there is one, that names who has answers that a person has yet to grade."""
        who = sorted(student for student, row in self.points.items() if row.waiting)
        more = ", …" if len(who) > MOST_NAMED else ""
        named = ", ".join(who[:MOST_NAMED]) + more
        told = f"{self.name}: points of {len(who)} may still change, by answers to grade by hand"
        return [f"{told}: {named}"] if who else []


@dataclass(frozen=True)
class Recorded:
    """Assignments with grades, the class, and a line for each submission that is left out.

    Of the class is whoever is on the roster or has a grade; who is not on it is known by id alone,
    and is `unlisted` where there is a roster.
    """

    assignments: list[Assignment]
    students: list[Student]
    left_out: list[str]
    unlisted: frozenset[str] = frozenset()


def read(folder: ClassFolder, only: list[str] | None) -> Recorded:
    """What there is to export of these assignments, or of all.

    Raises ExportError when nothing is graded, RosterError and GradebookError.
    """
    causes = {r: c for r, c in faults.read(folder).items() if not only or r.assignment in only}
    left_out = [_told(ref, cause) for ref, cause in causes.items()]
    assignments = [_without(causes, each) for each in _from_gradebook(folder, only, left_out)]
    known = roster.read(folder) if folder.roster.is_file() else []
    with_grade = {student for assignment in assignments for student in assignment.points}
    others = sorted(with_grade - {student.id for student in known})
    students = [*known, *(Student(id=name) for name in others)]
    return Recorded(assignments, students, left_out, frozenset(others if known else ()))


def outcomes(folder: ClassFolder, assignment: Assignment) -> dict[str, Mapping[str, TestOutcome]]:
    """What the last grading said of each student's tests, and a person of written answers."""
    return {
        s: {**results.read(folder, Ref(s, assignment.name)).tests, **assignment.written.get(s, {})}
        for s in assignment.tests
    }


def languages(folder: ClassFolder, assignment: Assignment) -> dict[str, str]:
    """The language of each student's graded notebook."""
    return {s: _language(folder, Ref(s, assignment.name)) for s in assignment.tests}


def _from_gradebook(
    folder: ClassFolder, only: list[str] | None, left_out: list[str]
) -> list[Assignment]:
    if not glance.exists(folder):
        raise _nothing(f"nothing is graded in {folder}: run grader grade first", left_out)
    with opened(folder) as book:
        return [
            Assignment(
                name,
                scores.maximum(book, name),
                {row.student: row for row in scores.points(book, name)},
                scores.by_test(book, name),
                written.outcomes(book, name),
            )
            for name in _chosen(folder, scores.graded(book), only, left_out)
        ]


def _chosen(
    folder: ClassFolder, graded: list[str], only: list[str] | None, left_out: list[str]
) -> list[str]:
    """The assignments that are graded, of those that are wanted; each of these has to be."""
    if unknown := [name for name in only or [] if name not in graded]:
        there = ", ".join(graded) or "nothing"
        raise _nothing(f"nothing is graded of {', '.join(unknown)}; there is {there}", left_out)
    if not graded:
        raise _nothing(f"nothing is graded in {folder}: run grader grade first", left_out)
    return [name for name in graded if name in only] if only else graded


def _nothing(said: str, left_out: list[str]) -> ExportError:
    return ExportError("\n".join([said, *left_out]))


def _told(ref: Ref, cause: str) -> str:
    return (
        f"{ref.student}: {ref.assignment} is not exported: it has not been graded, through no "
        f"fault of the submission ({brief(cause)}); run grader grade"
    )


def _without(causes: Mapping[Ref, str], assignment: Assignment) -> Assignment:
    """An assignment without those of whom a fault of ours is known, an earlier grade or none."""
    kept = [s for s in assignment.tests if Ref(s, assignment.name) not in causes]
    return Assignment(
        assignment.name,
        assignment.maximum,
        {student: assignment.points[student] for student in kept},
        {student: assignment.tests[student] for student in kept},
        assignment.written,
    )


def _language(folder: ClassFolder, ref: Ref) -> str:
    try:
        return notebook.language(files.read(folder.graded(ref)))
    except (FileError, NotebookError):
        return "ko"
