"""What was collected, kept beside the submissions: a log, every version, and what nobody matched.

`collected.csv` has a line for each file that came, `collected/STUDENT/ASSIGNMENT/` each version of
a notebook under its hash, `unmatched.csv` what a person decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime

from grader.classroom import spreadsheet
from grader.classroom.folder import ClassFolder, Ref
from grader.errors import TableError
from grader.notebooks import files

_UNMATCHED = ("whose", "guess", "student", "why")
LEAVE_OUT = "-"
LMS_TIMES = ("worksheet", "name", "metadata")  # what an LMS says of handing in
PACKED = ("download", "packing")  # of all that came at once: they tell no two files apart
UNKNOWN = (*PACKED, "file")  # no time of handing in: when somebody downloaded, packed or saved it


@dataclass(frozen=True)
class Found:
    """One file that was collected, and its outcome.

    `placed`, `superseded` by another version, `unchanged` since it was collected before,
    `unmatched`, `waiting` for a person, `refused`, `left out` by a person, `no notebook`, or
    `other`. `time` is what versions are ordered by, and `time_from` what kind of time that is: of
    Moodle's "worksheet", of a "name" or "metadata" of an LMS, of its "archive" entry, or else one
    that is not when it was handed in: of the "file", which was saved then, of the "download" from
    an LMS, or of the "packing".
    `upload` is the LMS's number that rises with each upload. `collected` is when it was, `system`
    the LMS whose label says whose it is, empty where a name that anybody may have chosen does.
    `clock` is how far from UTC a time without a zone was taken to be; empty for one that names it.
    """

    file: str
    outcome: str
    student: str = ""
    assignment: str = ""
    time: datetime | None = None
    time_from: str = ""
    late: bool = False
    upload: int = 0
    sha256: str = ""
    note: str = ""
    collected: datetime | None = None
    system: str = ""
    clock: str = ""

    def newer(self, other: "Found") -> bool:
        """Whether it was handed in after the other, by the LMS's numbers or else by time."""
        if self.upload and other.upload:
            return self.upload > other.upload
        return bool(self.time and (not other.time or self.time > other.time))

    @property
    def handed_in(self) -> str:
        """When it was handed in, as nbgrader writes it; empty when that is not known."""
        known = self.time and self.time_from not in UNKNOWN
        return self.time.strftime("%Y-%m-%d %H:%M:%S UTC") if known and self.time else ""

    @property
    def of_somebody(self) -> bool:
        """Whether it is known whose it is, and which assignment."""
        return bool(self.student and self.assignment)

    @property
    def key(self) -> tuple[object, ...]:
        """What is the same when the same file of the same student is collected again."""
        waiting = self.outcome == "waiting"
        return self.file, self.student, self.assignment, self.time, self.sha256, waiting


@dataclass(frozen=True)
class Open:
    """What nobody on the roster could be matched with, a guess, and what a person decided."""

    whose: str
    guess: str = ""
    student: str = ""
    why: str = ""

    @property
    def students(self) -> list[str]:
        """The ids that were filled in: of a group several, with `;` between."""
        return [name.strip() for name in self.student.split(";") if name.strip()]

    @property
    def left_out(self) -> bool:
        """Whether it is to go nowhere."""
        return LEAVE_OUT in self.students


def log(folder: ClassFolder) -> list[Found]:
    """All lines of `collected.csv`, oldest first; raises TableError."""
    file = folder.collected
    return [_found(row) for _, row in spreadsheet.rows(file, "file")] if file.is_file() else []


def write_log(folder: ClassFolder, lines: Sequence[Found]) -> None:
    """Write `collected.csv` anew, also when nothing came."""
    names = [field.name for field in fields(Found)]
    rows = [[_cell(getattr(line, name)) for name in names] for line in lines]
    if not folder.collected.is_file():
        files.write_bytes(folder.collected, spreadsheet.dumps(names, []))
    spreadsheet.write(folder.collected, names, rows)


def decisions(folder: ClassFolder) -> list[Open]:
    """The lines of `unmatched.csv`, as a person left them; raises TableError."""
    if not folder.unmatched.is_file():
        return []
    lines = [row for _, row in spreadsheet.rows(folder.unmatched, "whose")]
    return [Open(*(row.get(name, "") for name in _UNMATCHED)) for row in lines]


def write_unmatched(folder: ClassFolder, lines: Iterable[Open]) -> None:
    """Write `unmatched.csv`, for a person to fill in."""
    rows = [[getattr(line, name) for name in _UNMATCHED] for line in lines]
    spreadsheet.write(folder.unmatched, _UNMATCHED, rows)


def keep(folder: ClassFolder, ref: Ref, data: bytes) -> None:
    """Keep a version of a notebook under its hash."""
    path = folder.version(ref, files.sha256(data))
    if not path.is_file():
        files.write_bytes(path, data)


def _found(row: dict[str, str]) -> Found:
    try:
        return Found(
            file=row["file"],
            outcome=row["outcome"],
            student=row["student"],
            assignment=row["assignment"],
            time=_time(row["time"]),
            time_from=row["time_from"],
            late=row["late"] == "late",
            upload=int(row["upload"] or 0),
            sha256=row["sha256"],
            note=row["note"],
            collected=_time(row["collected"]),
            system=row.get("system", ""),  # files of earlier versions have none
            clock=row.get("clock", ""),
        )
    except (KeyError, ValueError) as error:
        raise TableError(f"collected.csv was changed: {error!r}; move it away") from error


def _time(text: str) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    if isinstance(value, bool):
        return "late" if value else ""
    return str(value or "")
