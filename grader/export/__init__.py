"""Grades as files: what Canvas and Moodle take back, and a table of every test for statistics."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from grader.classroom import spreadsheet
from grader.classroom.folder import ClassFolder
from grader.classroom.spreadsheet import harmless_html
from grader.errors import ExportError
from grader.export import recorded
from grader.export.canvas import merge as into_canvas
from grader.export.moodle import fill as into_worksheet
from grader.export.moodle_import import table as to_import
from grader.export.numbers import number
from grader.export.people import Grade
from grader.export.recorded import Assignment
from grader.gradebook.scores import Points
from grader.notebooks import files, notebook
from grader.outcome import TestOutcome
from nlplab.messages import say

__all__ = ["ExportError", "Exported", "canvas", "moodle", "tests"]

TESTS = ("student", "name", "assignment", "exercise", "test", "points", "maximum")


@dataclass(frozen=True)
class Exported:
    """A file that was written, how many grades or rows it got, and what a person should look at."""

    path: Path
    count: int
    notes: list[str]


def canvas(folder: ClassFolder, given: Path, only: list[str] | None, out: Path | None) -> Exported:
    """The gradebook `given` that Canvas exported, with the points of these assignments, or of all.

    What a fault of ours left ungraded is not written, whatever its earlier grade, and is named in
    the notes; so is who has answers that wait for a person, of which points may still change.
    Raises ExportError, RosterError, GradebookError and FileError, as do the others here.
    """
    found = recorded.read(folder, only)
    grades = {
        each.name: {student: Grade(row.score) for student, row in each.points.items()}
        for each in found.assignments
    }
    maxima = {each.name: each.maximum for each in found.assignments}
    data, count, notes = into_canvas(files.read_bytes(given), found.students, grades, maxima)
    path = out or folder.export("canvas")
    waiting = [line for each in found.assignments for line in each.waiting]
    return _write(path, data, count, [*found.left_out, *waiting, *notes], given)


def moodle(
    folder: ClassFolder,
    given: Path | None,
    only: list[str] | None,
    out: Path | None,
    participants: Callable[[str], Mapping[str, str]] = lambda assignment: {},
) -> list[Exported]:
    """The grading worksheet `given` of one assignment filled in; else a table of each to import.

    `participants` says of an assignment which number Moodle has for each student.
    What is left out is named in the notes of the first.
    """
    found = recorded.read(folder, only)
    if (given or out) and len(found.assignments) != 1:
        names = " or ".join(each.name for each in found.assignments)
        raise ExportError(f"a file for Moodle has one assignment: --only {names}")
    exported: list[Exported] = []
    for each in found.assignments:
        texts = _feedback(folder, each)
        grades = {student: Grade(row.score, texts[student]) for student, row in each.points.items()}
        if given:
            data, count, notes = into_worksheet(
                files.read_bytes(given),
                found.students,
                each.name,
                grades,
                each.maximum,
                participants(each.name),
            )
        else:
            data, count, notes = to_import(
                each.name, found.students, found.unlisted, grades, each.maximum
            )
        path = out or folder.export(f"moodle-{each.name}")
        left_out = [] if exported else found.left_out
        exported.append(_write(path, data, count, [*left_out, *each.waiting, *notes], given))
    return exported


def tests(folder: ClassFolder, only: list[str] | None, out: Path | None) -> Exported:
    """A row for each student and test cell: points, outcome, key and message."""
    found = recorded.read(folder, only)
    names = {student.id: student.name for student in found.students}
    rows: list[list[str | float]] = []
    for each in found.assignments:
        outcomes = recorded.outcomes(folder, each)
        for student, scores in each.tests.items():
            for test, (score, maximum) in scores.items():
                said = outcomes[student].get(test, TestOutcome(test, "not_run"))
                who = [student, names[student], each.name, notebook.exercise_of(test)]
                points = [round(score, 2), round(maximum, 2)]
                rows.append([*who, test, *points, said.outcome, said.key or "", said.message or ""])
    data = spreadsheet.dumps([*TESTS, "outcome", "key", "message"], rows)
    waiting = [line for each in found.assignments for line in each.waiting]
    return _write(out or folder.export("tests"), data, len(rows), [*found.left_out, *waiting])


def _feedback(folder: ClassFolder, assignment: Assignment) -> dict[str, str]:
    """What Moodle shows each student beside the points."""
    outcomes, langs = recorded.outcomes(folder, assignment), recorded.languages(folder, assignment)
    return {
        student: _told(row, outcomes[student], langs[student])
        for student, row in assignment.points.items()
    }


def _told(row: Points, outcomes: Mapping[str, TestOutcome], lang: str) -> str:
    """Points by exercise with the messages of failed tests, as Moodle's HTML."""
    lines = []
    for exercise, (score, maximum) in row.exercises.items():
        waits = exercise in row.waiting
        shown = "–" if waits and not score else number(score)
        lines.append(f"{exercise}: {shown}/{number(maximum)}")
        if waits:
            lines.append(say("feedback.waiting_why", lang=lang))
        of_it = [o for test, o in outcomes.items() if notebook.exercise_of(test) == exercise]
        failed = (o.message for o in of_it if o.outcome != "passed" and o.message)
        lines += dict.fromkeys(line for text in failed for line in text.split("\n"))
    penalty = sum(score for score, _ in row.exercises.values()) - row.score
    if penalty > 0.005:
        lines.append(say("export.late", lang=lang, points=number(penalty)))
    return harmless_html("<br>".join(escape(line, quote=False) for line in lines))


def _write(
    path: Path, data: bytes, count: int, notes: list[str], given: Path | None = None
) -> Exported:
    if given and path.resolve() == given.resolve():
        raise ExportError(f"{given} is the file that was given: write to another with --out")
    files.write_bytes(path, data)
    return Exported(path, count, notes)
