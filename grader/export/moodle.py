"""The grading worksheet that Moodle gives out for an assignment, filled in."""

import re
from collections.abc import Callable, Iterator, Mapping

from grader.classroom.roster import Student
from grader.errors import ExportError, TableError
from grader.export.numbers import number, parsed, within
from grader.export.people import Grade, Matched, match
from grader.export.roundtrip import Table, read

# Titles as Moodle has them in English and Korean (its Korean is not complete).
TITLES = {
    "identifier": ("Identifier", "식별자"),
    "name": ("Full name", "전체 이름", "성명"),
    "email": ("Email address", "이메일 주소"),
    "idnumber": ("ID number", "id 번호"),
    "username": ("Username", "사용자 아이디"),
    "status": ("Status", "상태"),
    "grade": ("Grade", "성적"),
    "maximum": ("Maximum grade", "최대 성적"),
    "changeable": ("Grade can be changed",),
    "modified": ("Last modified (grade)", "마지막 수정됨(성적)"),
    "feedback": ("Feedback comments", "피드백 코멘트"),
}
NEEDED = ("identifier", "grade", "maximum", "changeable", "modified")
YES, NO = ("yes", "예"), ("no", "아니오")
_PARTICIPANT = re.compile(r"^(?:participant|참가자|참여자)\s*(\d+)$", re.I)
_WHO = ("email", "idnumber", "username", "name")
_BLIND = (
    "the worksheet: it has numbers of participants alone, which are no ID numbers: collect the "
    "archive of this assignment, which has them too, write 'Participant 7001' into moodle_id of "
    "the roster, or download the worksheet once names are shown"
)
NOT_HANDED_IN = ("No submission", "Draft (", "New submission", "제출이 없습니다", "초안", "새 제출")


def fill(
    data: bytes,
    students: list[Student],
    assignment: str,
    grades: Mapping[str, Grade],
    maximum: float,
    participants: Mapping[str, str] | None = None,
) -> tuple[bytes, int, list[str]]:
    """The worksheet with points and feedback by student; how many; what to look at.

    `participants` is Moodle's number of each student in this assignment, where that is known.
    Nothing is written for who has no grade here, whose grade Moodle has locked, and who has handed
    in nothing there; feedback that is there stays. Points outside of what Moodle takes become the
    nearest that it takes, since it would skip them in silence. Raises ExportError.
    """
    try:
        table = read(data)
    except TableError as error:
        raise ExportError(f"the Moodle worksheet: {error}") from error
    columns = _columns(table)
    people = _people(table, columns)
    _check_maximum({values["maximum"].strip() for values in people.values()}, assignment, maximum)
    matched = match(people, students, _keys(participants or {}))
    row_of = {student.id: row for row, student in matched.students.items()}
    notes = [*matched.clashes, *_doubts(table, columns, matched, len(people))]
    count = 0
    for student, grade in grades.items():
        row = row_of.get(student)
        reason = _refusal(people[row]) if row is not None else "is not in the worksheet"
        if row is None or reason:
            notes.append(f"{student}: has {number(grade.points)}, {reason}")
            continue
        count += 1
        points = number(within(grade.points, maximum))
        notes += _told(student, number(grade.points), points, people[row])
        if parsed(people[row]["grade"]) != parsed(points):
            table.set(row, columns["grade"], points)
        if "feedback" in columns and grade.feedback and not people[row]["feedback"].strip():
            table.set(row, columns["feedback"], grade.feedback)
    return table.data(), count, notes


def _doubts(table: Table, columns: Mapping[str, int], matched: Matched, people: int) -> list[str]:
    notes = [f"{matched.students[row].id}: known by name alone" for row in matched.by_name]
    if table.delimiter != ",":
        notes.append("the worksheet: its values are not separated by commas; say so when uploading")
    if columns.keys().isdisjoint(_WHO) and len(matched.students) < people:
        notes.append(_BLIND)
    return notes


def _keys(
    participants: Mapping[str, str],
) -> tuple[tuple[str, Callable[[Student], list[str]]], ...]:
    """By what a row is found: digits alone in `moodle_id` are an ID number, no participant's."""
    return (
        ("email", lambda student: [student.email]),
        ("idnumber", lambda student: [student.moodle_id, student.id]),
        ("username", lambda student: [student.id]),
        ("participant", lambda student: [participants.get(student.id, "")]),
        ("participant", lambda student: _PARTICIPANT.findall(student.moodle_id)),
        ("name", lambda student: [student.name]),
    )


def _columns(table: Table) -> dict[str, int]:
    """Where each column is that is known; raises ExportError for one that is needed."""
    titles = [_folded(title) for title in table.header()]
    known = {name: set(map(_folded, texts)) for name, texts in TITLES.items()}
    found = {
        name: column
        for column, title in enumerate(titles)
        for name in known
        if title in known[name]
    }
    if "changeable" not in found:  # Moodle's Korean has a title of its own in some versions
        for column in range(len(titles)):
            values = {_folded(table.value(row, column)) for row in range(1, len(table.rows))}
            if values - {""} and values <= {*YES, *NO, ""}:
                found["changeable"] = column
    if missing := [name for name in NEEDED if name not in found]:
        raise ExportError(
            "not a grading worksheet in a language that is known: no column "
            f"{', '.join(repr(TITLES[name][0]) for name in missing)} among "
            f"{', '.join(table.header())}; set your language in Moodle to English, and download "
            "the worksheet again"
        )
    return found


def _people(table: Table, columns: Mapping[str, int]) -> dict[int, dict[str, str]]:
    """The rows of participants, by what their columns mean, and their numbers."""
    people = {
        row: {name: table.value(row, column) for name, column in columns.items()}
        for row in range(1, len(table.rows))
        if table.rows[row] != [""]
    }
    for values in people.values():
        values["participant"] = "".join(re.findall(r"\d+$", values["identifier"].strip()))
    return people


def _check_maximum(texts: set[str], assignment: str, maximum: float) -> None:
    for text in texts:
        if parsed(text) != parsed(number(maximum)):
            raise ExportError(
                f"{assignment} has a maximum grade of {text or 'nothing'} in Moodle and "
                f"{number(maximum)} points here: in Moodle set the maximum grade in the "
                f"settings of the assignment to {number(maximum)}, and download the worksheet again"
            )


def _refusal(values: Mapping[str, str]) -> str:
    """Why nothing may be written into a row, empty when it may."""
    if not values["participant"]:
        return "but its row has no number of a participant, so Moodle would skip it"
    if _folded(values["changeable"]) not in YES:
        return f"but Moodle says its grade cannot be changed ({values['changeable']})"
    status = values.get("status", "").strip()
    if _folded(status).startswith(tuple(map(_folded, NOT_HANDED_IN))):
        return f"but Moodle says: {status}"
    return ""


def _told(student: str, has: str, points: str, values: Mapping[str, str]) -> Iterator[str]:
    """What to know of a grade that is written, and what to do lest Moodle skips it.

    It keeps a grade of which it knows that it is later than the worksheet; of a time that is not
    English it knows nothing, so that every grade is later.
    """
    if points != has:
        yield f"{student}: has {has}, of which Moodle takes {points}"
    if parsed(values["grade"]) != parsed(points) and re.search(r"\d", values["modified"]):
        yield (
            f"{student}: has a grade in Moodle already, which may stay: when uploading, tick "
            "'Allow updating records that have been modified more recently in Moodle'"
        )


def _folded(title: str) -> str:
    return re.sub(r"\s", "", title).casefold()
