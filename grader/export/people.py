"""Whose row it is: rows of an LMS matched to students."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.classroom.roster import Student


@dataclass(frozen=True)
class Grade:
    """What goes into the LMS: points after penalties and manual grades, and HTML beside them."""

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
        taken = {student.id for student in found.values()}
        claims = _claims(
            {row: values.get(column, "") for row, values in rows.items() if row not in found},
            [(student, having(student)) for student in students if student.id not in taken],
            name_forms if column == "name" else _form,
        )
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


def _claims(
    texts: Mapping[int, str],
    having: Iterable[tuple[Student, Iterable[str]]],
    forms: Callable[[str], set[str]],
) -> list[tuple[int, Student]]:
    """Every row with each student who has, in one of its forms, what the row has."""
    owners: dict[str, dict[str, Student]] = {}
    for student, values in having:
        for form in {form for value in values for form in forms(value)}:
            owners.setdefault(form, {})[student.id] = student
    return [
        (row, student)
        for row, text in texts.items()
        for student in {
            student.id: student for form in forms(text) for student in owners.get(form, {}).values()
        }.values()
    ]


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
