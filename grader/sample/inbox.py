"""What students sent, packed as Moodle, Canvas and Drive pack it: see `grader.collect.lms`."""

import io
import zipfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from grader.sample.students import CLASS, Student

DUE = datetime(2026, 3, 2, 18, 0)  # of the first section, the others a week later each
LATE = timedelta(days=1, hours=2)


@dataclass(frozen=True)
class Sent:
    """One file of a student's; `superseded` when a later one followed."""

    student: Student
    assignment: str
    week: int
    data: bytes
    superseded: bool = False

    @property
    def number(self) -> int:
        return CLASS.index(self.student)

    @property
    def name(self) -> str:
        who = {"id": self.student.id, "name": self.student.name}
        return self.student.file.format(assignment=self.assignment, **who)

    @property
    def due(self) -> datetime:
        return DUE + timedelta(weeks=self.week)

    @property
    def time(self) -> datetime:
        early = timedelta(minutes=7 * (len(CLASS) - self.number))
        return self.due + (LATE if self.student.late else -early)


def archives(sent: list[Sent]) -> dict[str, bytes]:
    """The archives by file name: one of each LMS for an assignment, one of Drive for all."""
    packed = {}
    for name in dict.fromkeys(each.assignment for each in sent):
        of_it = [each for each in sent if each.assignment == name]
        packed[f"canvas-{name}.zip"] = _zip(
            (_canvas_name(each), _downloaded(each), each.data) for each in _by("Canvas", of_it)
        )
        packed[f"moodle-{name}.zip"] = _zip(
            (_moodle_name(each), _downloaded(each), each.data) for each in _by("Moodle", of_it)
        )
    drive = [(each.name, each.time, each.data) for each in _by("Drive", sent)]
    legacy = {each.name for each in _by("Drive", sent) if each.student.legacy}
    packed["drive.zip"] = _zip(drive, legacy)
    return packed


def worksheet_name(assignment: str) -> str:
    """The file name of Moodle's grading worksheet."""
    return f"moodle-{assignment}.csv"


def participant(number: int, week: int) -> int:
    """Moodle's number for a student in one assignment."""
    return 40_001 + 100 * week + number


def canvas_id(number: int) -> int:
    """Canvas's number for a student."""
    return 3_101 + number


def sortable(name: str) -> str:
    """A name with the family first, as Canvas sorts by it: Hangul names have it there already."""
    given, space, family = name.partition(" ")
    return f"{family}, {given}" if space else name


def _by(system: str, sent: list[Sent]) -> list[Sent]:
    return [each for each in sent if each.student.by == system]


def _moodle_name(each: Sent) -> str:
    number = participant(each.number, each.week)
    return f"{each.student.name}_{number}_assignsubmission_file/{each.name}"


def _canvas_name(each: Sent) -> str:
    whose = sortable(each.student.name).replace(", ", "").casefold()
    late = "_LATE" if each.student.late else ""
    upload = 80_001 + 1_000 * each.week + 2 * each.number + (not each.superseded)
    again = "-1" if each.student.first and not each.superseded else ""
    name = each.name.replace(".ipynb", f"{again}.ipynb")
    return f"{whose}{late}_{canvas_id(each.number)}_{upload}_{name}"


def _downloaded(each: Sent) -> datetime:
    return each.due + timedelta(days=3)


class _Legacy(zipfile.ZipInfo):
    """An entry with its name in CP949 and the flag of UTF-8, as some packers in Korea write it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 (zipfile's own)
        return self.filename.encode("cp949"), self.flag_bits | 0x800


def _zip(
    members: Iterable[tuple[str, datetime, bytes]], legacy: Collection[str] = frozenset()
) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, when, data in members:
            kind = _Legacy if name in legacy else zipfile.ZipInfo
            info = kind(name, when.timetuple()[:6])
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
