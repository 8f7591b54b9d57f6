"""A class for others to look at: everything that grading and reports need, under other names."""

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from grader.classroom import roster, spreadsheet
from grader.classroom.disguise import disguised
from grader.classroom.folder import ClassFolder
from grader.classroom.lock import alone
from grader.classroom.pseudonyms import Pseudonyms
from grader.classroom.roster import COLUMNS, EXTENSION, Student
from grader.errors import ClassError
from grader.gradebook import copies, glance
from grader.notebooks import files

STEPS = ("submitted", "autograded", "results", "faults")  # with a folder for each student
_PRIVATE = ("first_name", "last_name", "email", "lms_user_id")


@dataclass(frozen=True)
class Written:
    """How many students there are, which files were left out, and what stays in texts."""

    students: int
    left_out: list[str]
    unsaid: list[str]


def pseudonymise(folder: ClassFolder, into: Path) -> Written:
    """Write a class under other names into a folder that is new or empty.

    Raises ClassError when that is not so, when there is no class, and when a name would stand in
    what was written; then nothing is.
    """
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise ClassError(f"{into} is not empty: name a new folder, nothing was written")
    if into.resolve().is_relative_to(folder.path.resolve()):
        raise ClassError(f"{into} is in the class itself: name a folder elsewhere")
    students = _students(folder) if folder.path.is_dir() else []
    if not students:
        raise ClassError(f"no class in {folder}: name it with --class")
    names = Pseudonyms(students)
    files.make_folder(into.resolve().parent)
    place = Path(tempfile.mkdtemp(dir=into.resolve().parent, prefix=f".{into.name}."))
    try:
        made = ClassFolder(place)
        with alone(folder):
            left_out = _write(folder, made, names)
        _hold(made, names)
        if into.exists():
            into.rmdir()
        place.chmod(0o755)
        os.replace(place, into)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return Written(len(students), left_out, names.unsaid)


def _students(folder: ClassFolder) -> list[Student]:
    """Those in the roster, and whoever else has a folder or stands in the gradebook."""
    listed = roster.read(folder) if folder.roster.is_file() else []
    there = {path.name for step in STEPS for path in folder.step(step).glob("*") if path.is_dir()}
    if glance.exists(folder):
        there |= glance.students(folder)
    known = {student.id for student in listed}
    return [*listed, *(Student(name) for name in sorted(there - known))]


def _write(folder: ClassFolder, made: ClassFolder, names: Pseudonyms) -> list[str]:
    """Write all of it; what was left out, under its new name."""
    left_out = []
    for source, target in _places(folder, made, names):
        data = disguised(files.read_bytes(source), names)
        if data is None:
            left_out.append(target.relative_to(made.path).as_posix())
        else:
            files.write_bytes(target, data)
    if folder.roster.is_file():
        _write_roster(made, [names.students[each.id] for each in roster.read(folder)])
    if folder.log.is_file():
        lines = files.read_bytes(folder.log).decode("utf-8", "replace").split("\n")
        files.write_text(made.log, "\n".join(_line(line, names) for line in lines))
    if glance.exists(folder):
        copies.copy(folder, made)
        _rename(made, names)
    return left_out


def _places(
    folder: ClassFolder, made: ClassFolder, names: Pseudonyms
) -> Iterator[tuple[Path, Path]]:
    """Each ordinary file that is written, and where it goes."""
    if folder.added.is_file():
        yield folder.added, made.added
    for step in STEPS:
        for student in sorted(folder.step(step).glob("*")):
            for path in sorted(student.rglob("*")):
                if path.is_file() and not path.is_symlink():
                    inside = path.relative_to(student)
                    parts = [names.text(part) for part in inside.parts]
                    yield path, made.step(step).joinpath(names.id(student.name), *parts)


def _write_roster(made: ClassFolder, students: list[Student]) -> None:
    students = sorted(students, key=lambda student: student.id)
    extended = sorted({name for student in students for name in student.extensions})
    columns = [*COLUMNS, *(EXTENSION + name for name in extended)]
    rows = [
        [getattr(each, column) for column in COLUMNS]
        + [f"{more.total_seconds() / 86400:g}" if more else "" for more in _days(each, extended)]
        for each in students
    ]
    spreadsheet.write(made.roster, columns, rows)


def _days(student: Student, assignments: list[str]) -> list[timedelta | None]:
    return [student.extensions.get(name) for name in assignments]


def _line(line: str, names: Pseudonyms) -> str:
    """A line of the log; one that is no JSON is dropped."""
    try:
        found = json.loads(line)
        whose = {"student": names.id(found["student"])}
        return json.dumps(names.value(found) | whose, ensure_ascii=False)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""


def _rename(made: ClassFolder, names: Pseudonyms) -> None:
    """Other names in every text of a gradebook, whatever its tables are, and no addresses."""
    with closing(sqlite3.connect(made.gradebook)) as connection:
        for name, function in (("id_of", names.id), ("text_of", names.text)):
            connection.create_function(name, 1, function, deterministic=True)
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in tables.fetchall():
            for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
                new = f'text_of("{name}")'
                if name == "student_id" or (table, name) == ("student", "id"):
                    new = f'id_of("{name}")'
                elif table == "student" and name in _PRIVATE:
                    new = "NULL"
                where = f"typeof(\"{name}\") = 'text'"
                connection.execute(f'UPDATE "{table}" SET "{name}" = {new} WHERE {where}')
        connection.commit()
    copies.compact(made)


def _hold(made: ClassFolder, names: Pseudonyms) -> None:
    """Raises ClassError where a name still stands: better no class than one that tells."""
    for path in sorted(made.path.rglob("*")):
        place = path.relative_to(made.path).as_posix()
        told = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        if names.in_text(place) or names.in_text(told):
            raise ClassError(
                f"a name would still stand in {names.text(place)}: nothing was written"
            )
