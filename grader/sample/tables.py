"""Tables about the sample class: its roster, and what Moodle and Canvas export for grades."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime

from grader.sample.inbox import LATE, Sent, canvas_id, participant, sortable
from grader.sample.students import CLASS, Student

_READ_ONLY = ("Current Score", "Final Score", "Current Grade", "Final Grade")
_WORKSHEET = (
    *("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum grade"),
    *("Grade can be changed", "Last modified (submission)", "Last modified (grade)"),
    "Feedback comments",
)


def roster() -> bytes:
    """`roster.csv` of the class."""
    header = ("id", "name", "email", "canvas_id", "moodle_id", "extension:01_tokenizer")
    rows = (
        (s.id, s.name, _email(s), canvas_id(n), _student_number(n), s.extension)
        for n, s in enumerate(CLASS)
    )
    return _csv([header, *rows])


def worksheet(sent: list[Sent], maximum: float) -> bytes:
    """Moodle's grading worksheet of the one assignment that `sent` is."""
    handed = {each.student.id: each for each in sent}
    rows = []
    for number, student in enumerate(CLASS):
        if student.by != "Moodle":
            continue
        who = (f"Participant {participant(number, sent[0].week)}", student.name, _email(student))
        status, when = "No submission", "-"
        if each := handed.get(student.id):
            status, when = "Submitted for grading", _moodle_time(each.time)
            status += f" - {LATE.days} day {LATE.seconds // 3600} hours late" * student.late
        rows.append((*who, status, "", f"{maximum:.2f}", "Yes", when, "-", ""))
    return _csv([_WORKSHEET, *rows])


def canvas_grades(maxima: Mapping[str, float]) -> bytes:
    """The gradebook as Canvas exports it, in which all of the class stand."""
    columns = [f"{name} ({5_101 + n})" for n, name in enumerate(maxima)]
    header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *columns, *_READ_ONLY]
    points = [f"{maximum:.2f}" for maximum in maxima.values()]
    possible = ["    Points Possible", "", "", "", "", *points, *["(read only)"] * len(_READ_ONLY)]
    rows = (
        [sortable(s.name), canvas_id(n), _student_number(n), s.id, "NLP", *[""] * len(header[5:])]
        for n, s in enumerate(CLASS)
    )
    return _csv([header, possible, *rows])


def _student_number(number: int) -> int:
    return 20_260_001 + number


def _email(student: Student) -> str:
    return f"{student.id}@school.example"


def _moodle_time(when: datetime) -> str:
    clock = f"{when.hour % 12 or 12}:{when:%M %p}"
    return f"{when:%A}, {when.day} {when:%B %Y}, {clock}"


def _csv(rows: Iterable[Iterable[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8")
