"""Moodle's grading worksheet: when each participant of an assignment handed in.

An archive of submissions does not say so. Titles and dates are those of Moodle's English and Korean
(mod/assign/feedback/offline, lang/ko/assign.php, lang/ko/langconfig.php).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dateutil import parser

from grader.classroom import spreadsheet
from grader.classroom.zone import Zone
from grader.errors import TableError
from grader.notebooks import files

_TITLE = "Last modified (submission)", "마지막 수정됨(제출)"
_IDENTIFIER = "identifier", "식별자"
_STATUS = "status", "상태"
_NAMES = "full name", "전체 이름", "성명", "이름"
_PEOPLE = "email address", "이메일 주소", "id number", "id 번호"
_LATE = re.compile(r"\blate\b|늦음")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KOREAN = {"오전": " AM", "오후": " PM", "년": " ", "일": " "}
_MONTH = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])월")
_WEEKDAY = re.compile(r"[월화수목금토일]요일|\(\s*[월화수목금토일]\s*\)")
_TIMED = re.compile(r"\d{4}.*:\d\d|:\d\d.*\d{4}")
_PARTICIPANT = re.compile(r"(\D+)\d+")  # one word for all, in any language
_ENCODINGS = "utf-8", "cp949", "utf-16"
_LONGEST = 100  # characters of a cell with a time
_SHOWN = 3  # of the cells that could not be read


@dataclass(frozen=True)
class Handed:
    """When a participant handed in, in UTC; whether that was late; what they are known by.

    `fault` says which cell holds no time that can be read, and why.
    """

    time: datetime | None
    late: bool
    known_by: tuple[str, ...]
    name: str = ""
    fault: str = ""


def is_one(file: Path) -> bool:
    """Whether a table has the columns of a grading worksheet."""
    head = files.read_bytes(file).partition(b"\n")[0]
    texts = [head.decode(encoding, "replace").casefold() for encoding in _ENCODINGS]
    return any(title.casefold() in text for title in _TITLE for text in texts)


def left(file: Path) -> str:
    """Why a table that is no grading worksheet is left alone.

    One of another language has participants in front and times somewhere.
    """
    try:
        lines = [[*row.values()] for _, row in spreadsheet.rows(file)]
    except TableError:
        lines = []
    people = [_PARTICIPANT.fullmatch(line[0]) for line in lines]
    words = {found[1] if found else "" for found in people}
    timed = any(_TIMED.search(value[:_LONGEST]) for line in lines for value in line)
    if len(words) != 1 or "" in words or not timed:
        return f"{file.name} is no grading worksheet of Moodle's: it was left alone"
    return (
        f"{file.name} looks like Moodle's grading worksheet, but has no column {_TITLE[0]!r} or "
        f"{_TITLE[1]!r}, so its times were not read and nobody is late by them: set Moodle to "
        "English or Korean and download it again"
    )


def read(file: Path, zone: Zone) -> dict[str, Handed]:
    """What the worksheet says, by the participant's number; raises TableError.

    Times are those of the class's zone, since the worksheet names none. One that cannot be read
    costs no other.
    """
    found = {}
    try:
        for line, row in spreadsheet.rows(file, *_TITLE):
            values = {title.casefold(): value for title, value in row.items() if value}
            [identifier] = [values[name] for name in _IDENTIFIER if name in values] or [""]
            if number := re.search(r"\d+$", identifier):
                time, fault = _time(row[_TITLE[0]])
                fault = fault and f"{file.name}: {spreadsheet.fault(line, _TITLE[0], fault)}"
                [name] = [values[title] for title in _NAMES if title in values][:1] or [""]
                late = any(_LATE.search(values[name]) for name in _STATUS if name in values)
                known_by = tuple(values[name] for name in _PEOPLE if name in values)
                found[number[0]] = Handed(time and zone.utc(time), late, known_by, name, fault)
    except TableError as error:
        raise TableError(f"{file} is read as Moodle's grading worksheet: {error}") from error
    return found


def told(handed: Iterable[Handed]) -> list[str]:
    """Which times could not be read, and what to do, a line for all of them."""
    faults = [each.fault for each in handed if each.fault]
    if not faults:
        return []
    more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
    where = "; ".join(faults[:_SHOWN]) + more
    return [f"nobody is late by times that cannot be read: write them as 2026-03-02 17:55. {where}"]


def _time(text: str) -> tuple[datetime | None, str]:
    """The time that a cell holds, or why it cannot be read; neither where nobody handed in."""
    if not re.search(r"\d", text):
        return None, ""  # a dash
    if not _TIMED.search(text):
        return None, f"{text!r} has no date with a full year and a time"
    plain = _WEEKDAY.sub(" ", text)
    plain = re.sub(r"(오전|오후)\s*(\d+:\d+)", r"\2 \1", plain)
    plain = _MONTH.sub(lambda month: f" {_MONTHS[int(month[1]) - 1]} ", plain)
    for word, other in _KOREAN.items():
        plain = plain.replace(word, other)
    try:
        time = parser.parse(plain)
        other_order = parser.parse(plain, dayfirst=True)
    except (ValueError, OverflowError):
        return None, f"{text!r} is neither English nor Korean"
    if time != other_order and not re.match(r"\s*\d{4}", plain):
        return None, f"{text!r} may be {time:%-d %B} or {other_order:%-d %B}"
    return time, ""
