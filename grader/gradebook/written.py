"""Written answers in the gradebook: what became of each, and which need no second look."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from nbformat import NotebookNode
from nbgrader.api import Grade, GradeCell, MissingEntry, SubmittedAssignment, SubmittedNotebook

from grader.classroom.folder import Ref
from grader.errors import FileError, NotebookError
from grader.gradebook.book import registered
from grader.gradebook.session import Book
from grader.notebooks import files, notebook
from grader.outcome import WAITING, TestOutcome

Outcomes = dict[str, TestOutcome]


def outcomes(book: Book, assignment: str) -> Mapping[str, Outcomes]:
    """What became of the written answers of an assignment, by student and grade_id.

    They are waiting, as long as a person has to look at them, else not_attempted, passed, partly or
    wrong. Raises NotRegisteredError.
    """
    known = registered(book, assignment)
    answers = {cell.name for cell in known.solution_cells}
    grades = (
        book.db.query(SubmittedAssignment.student_id, GradeCell.name, Grade)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(GradeCell, GradeCell.id == Grade.cell_id)
        .filter(SubmittedAssignment.assignment_id == known.assignment_id)
    )
    found: dict[str, Outcomes] = defaultdict(dict)
    for student, name, grade in grades:
        if name in answers:
            found[student][name] = TestOutcome(name, _outcome(grade))
    return found


def _outcome(grade: Grade) -> str:
    if grade.needs_manual_grade:
        return WAITING
    if grade.manual_score is None:
        return "not_attempted"
    if grade.score >= grade.max_score:
        return "passed"
    return "partly" if grade.score > 0 else "wrong"


def looked_at(book: Book, ref: Ref) -> dict[str, str]:
    """The answers of a recorded submission that have a score and wait for nobody, as they are."""
    of = (ref.assignment, ref.assignment, ref.student)
    try:
        grades = book.find_submission_notebook(*of).grades
        texts = texts_of(files.read(book.folder.graded(ref)))
    except (MissingEntry, FileError, NotebookError):
        return {}
    settled = {g.name for g in grades if g.manual_score is not None and not g.needs_manual_grade}
    return {name: text for name, text in texts.items() if name in settled}


def texts_of(nb: NotebookNode) -> dict[str, str]:
    """The written answers of a notebook by grade_id."""
    return {name: str(cell.source) for name, cell in notebook.written(nb).items()}


def leave(book: Book, ref: Ref, names: Iterable[str]) -> None:
    """Ask for no second look at these answers, whose scores stay as they are."""
    for name in names:
        grade = book.find_grade(name, ref.assignment, ref.assignment, ref.student)
        grade.needs_manual_grade = False
