"""Who is in the class: `class/roster.csv`, which an instructor keeps in any spreadsheet."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from grader.classroom import spreadsheet
from grader.classroom.folder import ClassFolder, check_name
from grader.errors import ClassError, RosterError, TableError

COLUMNS = ("id", "name", "email", "canvas_id", "moodle_id")
EXTENSION = "extension:"
LONGEST = timedelta(days=3650)


@dataclass(frozen=True)
class Student:
    """One student. All text is NFC; what the roster leaves empty is empty.

    `id` is nbgrader's, and the folder's name below submitted/. `canvas_id` is Canvas's own number
    ("ID" in its gradebook, the first number in the names of its files), `moodle_id` what Moodle's
    exports have as "ID number" or participant number. `extensions` is by assignment.
    """

    id: str
    name: str = ""
    email: str = ""
    canvas_id: str = ""
    moodle_id: str = ""
    extensions: Mapping[str, timedelta] = field(default_factory=dict, hash=False)


def read(folder: ClassFolder) -> list[Student]:
    """The students of `roster.csv`, in its order; raises RosterError.

    Columns are known by their header: `id` (needed), `name`, `email`, `canvas_id`, `moodle_id`,
    and `extension:01_tokenizer` with days, decimals allowed. Others are left alone. The file is
    UTF-8, with or without a BOM, UTF-16, or CP949, as Excel saves it.
    """
    file = folder.roster
    if not file.is_file():
        raise RosterError(
            f"no {file}: write a CSV with the columns {', '.join(COLUMNS)}; only id is needed\n"
            "From an archive of an LMS: grader collect --draft-roster"
        )
    students: list[Student] = []
    lines: dict[tuple[str, str], int] = {}
    try:
        for line, row in spreadsheet.rows(file, "id"):
            row = {_column(name): value for name, value in row.items()}
            student = _student(line, row)
            students.append(student)
            for column in ("id", "email", "canvas_id", "moodle_id"):
                value = getattr(student, column)
                first = lines.setdefault((column, value.casefold()), line)
                if value and first != line:
                    raise spreadsheet.fault(line, column, f"{value!r} is on line {first} already")
    except TableError as error:
        raise RosterError(f"{file}: {error}") from error
    return students


def write(folder: ClassFolder, students: Iterable[Student]) -> None:
    """Write a first roster; raises RosterError when there is one."""
    file = folder.roster
    if file.exists():
        raise RosterError(f"{file} is there already: nothing was written")
    spreadsheet.write(file, COLUMNS, [[getattr(s, name) for name in COLUMNS] for s in students])


def _column(header: str) -> str:
    """The name of a column: of a known one whatever its case."""
    name = header.strip()
    return name.casefold() if name.casefold() in COLUMNS else name


def _student(line: int, row: Mapping[str, str]) -> Student:
    for column in ("id", "canvas_id", "moodle_id"):
        if re.fullmatch(r"\d[.,]\d+E\+\d+", row.get(column, "")):
            raise spreadsheet.fault(
                line, column, f"{row[column]!r} was rounded: format the column as text"
            )
    try:
        check_name(row.get("id", ""))
    except ClassError as error:
        raise spreadsheet.fault(line, "id", str(error)) from error
    extensions = {
        column.removeprefix(EXTENSION).strip(): _days(line, column, value)
        for column, value in row.items()
        if column.startswith(EXTENSION) and value
    }
    return Student(**{name: row.get(name, "") for name in COLUMNS}, extensions=extensions)


def _days(line: int, column: str, value: str) -> timedelta:
    try:
        days = timedelta(days=float(value))
    except (ValueError, OverflowError):
        days = -LONGEST
    if not timedelta(0) <= days <= LONGEST:
        raise spreadsheet.fault(line, column, f"expected days such as 3 or 1.5, not {value!r}")
    return days
