"""Grades as files: what Canvas and Moodle take back, and a table of every test for statistics."""

import csv
import io
from dataclasses import dataclass
from html import escape
from pathlib import Path

from grader.classroom import results, roster
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.roster import Student
from grader.classroom.spreadsheet import harmless
from grader.errors import ExportError, FileError, NotebookError
from grader.export.canvas import merge as into_canvas
from grader.export.moodle import fill as into_worksheet
from grader.export.people import Grade
from grader.export.table import number
from grader.gradebook import book as gradebook
from grader.notebooks import files, notebook
from grader.outcome import TestOutcome
from nlplab.messages import say

__all__ = ["ExportError", "Exported", "canvas", "moodle", "tests"]

BOM = b"\xef\xbb\xbf"  # Excel reads Hangul with it, and Moodle takes it off


@dataclass(frozen=True)
class Exported:
    """A file that was written, how many grades or rows it got, and what a person should look at."""

    path: Path
    count: int
    notes: list[str]


def canvas(class_dir: Path, given: Path, only: list[str] | None, out: Path | None) -> Exported:
    """The gradebook `given` that Canvas exported, with the points of these assignments, or of all.

    Raises ExportError, RosterError, GradebookError and FileError, as do the others here.
    """
    names = _graded(class_dir, only)
    grades = {name: _grades(class_dir, name) for name in names}
    maxima = {name: gradebook.maximum(class_dir, name) for name in names}
    data, count, notes = into_canvas(files.read_bytes(given), _students(class_dir), grades, maxima)
    return _write(out or _folder(class_dir) / "canvas.csv", data, count, notes, given)


def moodle(
    class_dir: Path, given: Path | None, only: list[str] | None, out: Path | None
) -> list[Exported]:
    """The grading worksheet `given` of one assignment filled in; else a table of each to import."""
    names = _graded(class_dir, only)
    if (given or out) and len(names) != 1:
        raise ExportError(f"a file for Moodle has one assignment: --only {' or '.join(names)}")
    students = _students(class_dir)
    exported = []
    for name in names:
        grades = _grades(class_dir, name, feedback=True)
        if given:
            maximum = gradebook.maximum(class_dir, name)
            sheet = files.read_bytes(given)
            data, count, notes = into_worksheet(sheet, students, name, grades, maximum)
        else:
            data, count = _plain(name, students, grades), len(grades)
            notes = [
                f"{s.id}: Moodle will not know {text}, written so that no spreadsheet runs it"
                for s in students
                for text in map(harmless, (s.id, s.email, s.moodle_id))
                if s.id in grades and text not in (s.id, s.email, s.moodle_id)
            ]
        path = out or _folder(class_dir) / f"moodle-{name}.csv"
        exported.append(_write(path, data, count, notes, given))
    return exported


def tests(class_dir: Path, only: list[str] | None, out: Path | None) -> Exported:
    """A row for each student and test cell: points, outcome, key and message."""
    names = {student.id: student.name for student in _students(class_dir)}
    rows: list[list[str | float]] = []
    for assignment in _graded(class_dir, only):
        for student, scores in gradebook.scores(class_dir, assignment).items():
            outcomes = results.read(ClassFolder(class_dir), Ref(student, assignment)).tests
            for test, (score, maximum) in scores.items():
                said = outcomes.get(test, TestOutcome(test, "not_run"))
                who = [student, names.get(student, ""), assignment, notebook.exercise_of(test)]
                points = [round(score, 2), round(maximum, 2)]
                rows.append([*who, test, *points, said.outcome, said.key or "", said.message or ""])
    header = ["student", "name", "assignment", "exercise", "test", "points", "maximum"]
    data = _csv([*header, "outcome", "key", "message"], rows)
    return _write(out or _folder(class_dir) / "tests.csv", data, len(rows), [])


# --- who has what ---


def _graded(class_dir: Path, only: list[str] | None) -> list[str]:
    names = gradebook.graded(class_dir)
    if unknown := [name for name in only or [] if name not in names]:
        raise ExportError(
            f"nothing is graded of {', '.join(unknown)}; there is {', '.join(names) or 'nothing'}"
        )
    if not names:
        raise ExportError(f"nothing is graded in {class_dir}: run grader grade first")
    return [name for name in names if name in only] if only else names


def _students(class_dir: Path) -> list[Student]:
    """The roster; who has a grade and is not on it is added, known by id alone."""
    folder = ClassFolder(class_dir)
    known = roster.read(folder) if folder.roster.is_file() else []
    ids = {student.id for student in known}
    others = {
        row.student for a in gradebook.graded(class_dir) for row in gradebook.points(class_dir, a)
    }
    return [*known, *(Student(id=name) for name in sorted(others - ids))]


def _grades(class_dir: Path, name: str, feedback: bool = False) -> dict[str, Grade]:
    rows = gradebook.points(class_dir, name)
    texts = {row.student: _feedback(class_dir, name, row) for row in rows} if feedback else {}
    return {row.student: Grade(row.score, texts.get(row.student, "")) for row in rows}


def _feedback(class_dir: Path, assignment: str, row: gradebook.Points) -> str:
    """Points by exercise with the messages of failed tests, as Moodle's HTML."""
    outcomes = results.read(ClassFolder(class_dir), Ref(row.student, assignment)).tests
    lines = []
    for exercise, (score, maximum) in row.exercises.items():
        lines.append(f"{exercise}: {number(score)}/{number(maximum)}")
        of_it = [o for test, o in outcomes.items() if notebook.exercise_of(test) == exercise]
        failed = (o.message for o in of_it if o.outcome != "passed" and o.message)
        lines += dict.fromkeys(line for text in failed for line in text.split("\n"))
    penalty = sum(score for score, _ in row.exercises.values()) - row.score
    if penalty > 0.005:
        lang = _language(class_dir, row.student, assignment)
        lines.append(say("export.late", lang=lang, points=number(penalty)))
    return "<br>".join(escape(line, quote=False) for line in lines)


def _language(class_dir: Path, student: str, assignment: str) -> str:
    try:
        path = class_dir / "autograded" / student / assignment / f"{assignment}.ipynb"
        return notebook.language(files.read(path))
    except (FileError, NotebookError):
        return "ko"


# --- files ---


def _plain(name: str, students: list[Student], grades: dict[str, Grade]) -> bytes:
    """What Moodle's *Grades → Import → CSV file* takes; a student without a grade has no row."""
    rows: list[list[str | float]] = [
        [s.id, s.email, s.moodle_id, round(grades[s.id].points, 2), grades[s.id].feedback]
        for s in students
        if s.id in grades
    ]
    return _csv(["username", "email", "idnumber", name, f"{name} feedback"], rows)


def _csv(header: list[str], rows: list[list[str | float]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(header)
    for row in rows:
        writer.writerow(harmless(cell) if isinstance(cell, str) else cell for cell in row)
    return BOM + text.getvalue().encode("utf-8", "replace")


def _folder(class_dir: Path) -> Path:
    return class_dir / "exports"


def _write(
    path: Path, data: bytes, count: int, notes: list[str], given: Path | None = None
) -> Exported:
    if given and path.resolve() == given.resolve():
        raise ExportError(f"{given} is the file that was given: write to another with --out")
    files.write_bytes(path, data)
    return Exported(path, count, notes)
