"""Moodle's grading worksheet: when each participant of an assignment handed in.

An archive of submissions does not say so. Titles and dates are those of Moodle's English and Korean
(mod/assign/feedback/offline, lang/ko/assign.php, lang/ko/langconfig.php).
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dateutil import parser

from grader.classroom import spreadsheet
from grader.errors import TableError

_TITLE = "Last modified (submission)", "마지막 수정됨(제출)"
_IDENTIFIER = "identifier", "식별자"
_STATUS = "status", "상태"
_PEOPLE = "email address", "이메일 주소", "id number", "id 번호"
_LATE = re.compile(r"\blate\b|늦음")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KOREAN = {"오전": " AM", "오후": " PM", "년": " ", "일": " "}


@dataclass(frozen=True)
class Handed:
    """When a participant handed in, in UTC; whether that was late; what they are known by."""

    time: datetime | None
    late: bool
    known_by: tuple[str, ...]


def read(file: Path) -> dict[str, Handed]:
    """What the worksheet says, by the participant's number; raises TableError.

    Times are those of this machine's zone, since the worksheet names none.
    """
    found = {}
    try:
        for line, row in spreadsheet.rows(file, *_TITLE):
            values = {title.casefold(): value for title, value in row.items() if value}
            [identifier] = [values[name] for name in _IDENTIFIER if name in values] or [""]
            if number := re.search(r"\d+$", identifier):
                time = _time(line, row[_TITLE[0]])
                late = any(_LATE.search(values[name]) for name in _STATUS if name in values)
                known_by = tuple(values[name] for name in _PEOPLE if name in values)
                found[number[0]] = Handed(time, late, known_by)
    except TableError as error:
        raise TableError(f"{file} is read as Moodle's grading worksheet: {error}") from error
    return found


def _time(line: int, text: str) -> datetime | None:
    if not re.search(r"\d", text):
        return None  # a dash: nothing was handed in
    if not re.search(r"\d{4}.*:\d\d|:\d\d.*\d{4}", text):
        raise spreadsheet.fault(line, _TITLE[0], f"{text!r} is no date with a time")
    plain = re.sub(r"[월화수목금토일]요일", " ", text)
    plain = re.sub(r"(오전|오후)\s*(\d+:\d+)", r"\2 \1", plain)
    plain = re.sub(r"\b(0?[1-9]|1[0-2])월", lambda month: f" {_MONTHS[int(month[1]) - 1]} ", plain)
    for word, other in _KOREAN.items():
        plain = plain.replace(word, other)
    try:
        return parser.parse(plain).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise spreadsheet.fault(
            line, _TITLE[0], f"{text!r} is neither English nor Korean"
        ) from error
