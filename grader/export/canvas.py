"""The gradebook that Canvas exports as CSV, with our points in it."""

import re
from collections.abc import Mapping

from grader.classroom.roster import Student
from grader.errors import ExportError, TableError
from grader.export.numbers import number, parsed
from grader.export.people import Grade, match
from grader.export.roundtrip import Table, read

POSSIBLE = "Points Possible"
HIDDEN = re.compile(r"\s*(Muted|Manual Posting.*)?\s*", re.IGNORECASE)  # as Canvas knows the row
TEST_STUDENT = ("student, test", "test student")
KEPT = ("EX", "N/A")  # excused, and not assigned: people decided so


def merge(
    data: bytes,
    students: list[Student],
    grades: Mapping[str, Mapping[str, Grade]],
    maxima: Mapping[str, float],
) -> tuple[bytes, int, list[str]]:
    """The file with the points of each assignment by student; how many; what to look at.

    An assignment's column is called as it is, with Canvas's number behind (`01_tokenizer (12345)`),
    or is added at the end. Nothing else changes, not a byte. Raises ExportError.
    """
    table = _exported(data)
    header, possible = table.header(), _possible(table)
    people = _people(table, header, possible)
    matched = match(people, students, _KEYS)
    row_of = {student.id: row for row, student in matched.students.items()}
    notes = list(matched.clashes)
    notes += [f"{matched.students[row].id}: known by name alone" for row in matched.by_name]
    count = 0
    for name, of_name in grades.items():
        column = _column(table, header, name)
        if column is None:
            column = _add_column(table, name, maxima[name], possible)
            notes.append(f"{name}: no column in the file, so Canvas will ask to make an assignment")
        _check_points(table, column, name, maxima[name], possible)
        for student, grade in of_name.items():
            row = row_of.get(student)
            if row is None:
                notes.append(f"{student}: has {number(grade.points)} in {name}, is not in the file")
            elif (old := table.value(row, column).strip()).upper() in KEPT:
                notes.append(f"{student}: {name} stays {old}, not {number(grade.points)}")
            else:
                count += 1
                if grade.points > maxima[name]:
                    notes.append(
                        f"{student}: has {number(grade.points)} in {name}, above its points"
                    )
                if parsed(old) != parsed(number(grade.points)):
                    table.set(row, column, number(grade.points))
    return table.data(), count, list(dict.fromkeys(notes))


def _exported(data: bytes) -> Table:
    """The table in a file, if Canvas exported it."""
    try:
        table = read(data)
    except TableError as error:
        raise ExportError(f"the Canvas file: {error}") from error
    header = table.header()
    if not {"ID", "Section"} <= {*header} or header[0] not in ("Student", "LastName"):
        raise ExportError(
            "not a gradebook that Canvas exported: it begins with the columns Student, ID and "
            f"Section, this file with {', '.join(header[:6])}"
        )
    return table


def _possible(table: Table) -> list[int]:
    """The rows that say how many points an assignment is worth."""
    first = [table.value(row, 0).strip() for row in range(len(table.rows))]
    possible = [row for row, text in enumerate(first) if POSSIBLE in text]
    if not possible:
        raise ExportError(f"the Canvas file has no row {POSSIBLE!r}: export it from Canvas again")
    return possible


_KEYS = (
    ("ID", lambda student: [student.canvas_id]),
    ("SIS Login ID", lambda student: [student.id, student.email]),
    ("SIS User ID", lambda student: [student.id, student.email]),
    # Who has a Canvas ID in the roster has no other row.
    ("name", lambda student: [] if student.canvas_id else [student.name]),
)


def _people(table: Table, header: list[str], possible: list[int]) -> dict[int, dict[str, str]]:
    """The rows of students, by their columns."""
    people = {}
    for row in range(1, len(table.rows)):
        values = [table.value(row, column) for column in range(len(header))]
        if row in possible or all(HIDDEN.fullmatch(value) for value in values):
            continue
        named = dict(zip(header, values, strict=True))
        two = f"{named.get('LastName', '')}, {named.get('FirstName', '')}"
        named["name"] = named.get("Student", two)
        if named["name"].strip().casefold() not in TEST_STUDENT:
            people[row] = named
    return people


def _column(table: Table, header: list[str], name: str) -> int | None:
    """Where an assignment is; None when it is nowhere."""
    called = re.compile(rf"{re.escape(name)}( \(\d+\))?")
    found = [column for column, title in enumerate(header) if called.fullmatch(title)]
    if len(found) > 1:
        titles = ", ".join(header[column] for column in found)
        raise ExportError(f"Canvas has {titles}: rename all but one, and export again")
    return found[0] if found else None


def _add_column(table: Table, name: str, maximum: float, possible: list[int]) -> int:
    column = max(map(len, table.rows))
    for row, fields in enumerate(table.rows):
        if fields != [""]:  # an empty line
            table.set(row, column, "")
    table.set(0, column, name)
    for row in possible:
        table.set(row, column, number(maximum))
    return column


def _check_points(
    table: Table, column: int, name: str, maximum: float, possible: list[int]
) -> None:
    for row in possible:
        text = table.value(row, column).strip()
        if parsed(text) is None:
            raise ExportError(f"{name} has {text!r} as its points in Canvas: nothing can go there")
        if parsed(text) != parsed(number(maximum)):
            raise ExportError(
                f"{name} has {text} points in Canvas and {number(maximum)} here: set its points in "
                f"Canvas to {number(maximum)}, and export again"
            )
