"""Whose row it is: rows of an LMS matched to students."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.classroom.roster import Student


@dataclass(frozen=True)
class Grade:
    """What goes into the LMS: points after penalties and manual grades, and a text beside them."""

    points: float
    feedback: str = ""


@dataclass(frozen=True)
class Matched:
    """The student of each row that has one, the rows known by name alone, and clashes."""

    students: Mapping[int, Student]
    by_name: list[int]
    clashes: list[str]


def match(
    rows: Mapping[int, Mapping[str, str]],
    students: Sequence[Student],
    keys: Iterable[tuple[str, Callable[[Student], Iterable[str]]]],
) -> Matched:
    """Match rows to students by `keys`, the surest first: a column, and what a student has there.

    The column `name` is compared as names. A value that two rows or two students share matches
    nobody.
    """
    found: dict[int, Student] = {}
    by_name: list[int] = []
    clashes: dict[str, str] = {}
    for column, having in keys:
        forms = name_forms if column == "name" else _form
        taken = {student.id for student in found.values()}
        owners: dict[str, dict[str, Student]] = {}
        for student in (s for s in students if s.id not in taken):
            for form in {form for value in having(student) for form in forms(value)}:
                owners.setdefault(form, {})[student.id] = student
        claims = [
            (row, student)
            for row, values in rows.items()
            if row not in found
            for student in {
                student.id: student
                for form in forms(values.get(column, ""))
                for student in owners.get(form, {}).values()
            }.values()
        ]
        of_row = Counter(row for row, _ in claims)
        of_student = Counter(student.id for _, student in claims)
        for row, student in claims:
            if of_row[row] > 1 or of_student[student.id] > 1:
                clashes[student.id] = f"{rows[row][column]!r} is not one student in one row"
                continue
            found[row] = student
            by_name += [row] if column == "name" else []
    matched = {student.id for student in found.values()}
    left = [f"{name}: {text}" for name, text in clashes.items() if name not in matched]
    return Matched(found, by_name, left)


def _form(value: str) -> set[str]:
    return {_plain(value)} - {""}


def name_forms(name: str) -> set[str]:
    """A name without spaces, family name first and last: `김, 민수` and `민수 김` are `김민수`."""
    family, comma, given = _plain(name).partition(",")
    parts = (given if comma else family).split()
    if comma:
        return {_joined(family, *parts), _joined(*parts, family)} - {""}
    return {_joined(*parts), _joined(*parts[-1:], *parts[:-1])} - {""}


def _joined(*parts: str) -> str:
    return re.sub(r"[\s,]", "", "".join(parts))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip().casefold()
