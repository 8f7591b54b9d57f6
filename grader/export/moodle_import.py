"""A table for Moodle's *Grades → Import → CSV file*, where there is no grading worksheet.

One row whose user Moodle does not know, and a grade above 100, end the whole import; a row without
a key gives its grade to the row above (grade/import/csv/classes/load_data.php).
"""

from collections.abc import Collection, Mapping

from grader.classroom import spreadsheet
from grader.classroom.roster import Student
from grader.classroom.spreadsheet import harmless
from grader.errors import ExportError
from grader.export.numbers import number, within
from grader.export.people import Grade

MOST = 100


def table(
    name: str,
    students: list[Student],
    unlisted: Collection[str],
    grades: Mapping[str, Grade],
    maximum: float,
) -> tuple[bytes, int, list[str]]:
    """The table, how many grades are in it, and what to look at; raises ExportError.

    It has those alone whom Moodle knows by its columns, of which none has a gap. Who is not on the
    roster, or has no e-mail address while others have one, is left out and named.
    """
    if maximum > MOST:
        raise ExportError(
            f"{name} has {number(maximum)} points, and Moodle imports none above {MOST}: fill in "
            "the grading worksheet, --into FILE"
        )
    graded = [student for student in students if student.id in grades]
    by_email = any(student.email for student in graded)
    notes: list[str] = []
    rows: list[Student] = []
    for student in graded:
        why = _unknown(student, student.id in unlisted, by_email)
        if why:
            notes.append(
                f"{student.id}: left out, since {why}, and one unknown user ends an import"
            )
        else:
            rows.append(student)
            notes += _bounded(student, grades[student.id].points, maximum)
    keys = {
        title: [getattr(student, field) for student in rows]
        for title, field in (("username", "id"), ("email", "email"), ("idnumber", "moodle_id"))
    }
    whole = {title: values for title, values in keys.items() if all(values)}
    lines: list[list[str | float]] = [
        [*who, round(within(grades[s.id].points, maximum), 2), grades[s.id].feedback]
        for s, *who in zip(rows, *whole.values(), strict=True)
    ]
    return spreadsheet.dumps([*whole, name, f"{name} feedback"], lines), len(lines), notes


def _unknown(student: Student, unlisted: bool, by_email: bool) -> str:
    """Why Moodle may not know a student, empty where it does."""
    if unlisted:
        return "the roster does not have them"
    if by_email and not student.email:
        return "the roster has no e-mail address of them"
    for text in (student.id, student.email, student.moodle_id):
        if harmless(text) != text:
            return f"Moodle will not know {harmless(text)}, written so that no spreadsheet runs it"
    return ""


def _bounded(student: Student, points: float, maximum: float) -> list[str]:
    taken = number(within(points, maximum))
    told = f"{student.id}: has {number(points)}, of which Moodle takes {taken}"
    return [] if taken == number(points) else [told]
