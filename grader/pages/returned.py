"""Pages of feedback in a zip as an LMS takes them back, under the names it gave the submissions.

Moodle (mod/assign/feedback/file/importziplib.php, `is_valid_filename_for_import`) wants the folder
`Areum Kim_12345_assignsubmission_file_`: what stands between the first and the second `_` is the
participant. Canvas (app/models/abstract_assignment.rb, `infer_comment_context_from_filename`) takes
the first two of the parts between `_` that are numbers for the user and the file that it gave out,
and of a name with `anon` in front the next two.
"""

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.classroom import faults, roster
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.roster import Student
from grader.collect import lms, trace
from grader.collect.lms import Label
from grader.errors import ExportError
from grader.export.people import name_forms
from grader.notebooks import files

SYSTEMS = {"moodle-feedback": "Moodle", "canvas-feedback": "Canvas"}
_ANONYMOUS = "anon_"
_WHEN = (2000, 1, 1, 0, 0, 0)  # so that equal pages make equal zips


@dataclass(frozen=True)
class Packed:
    """A zip that was written, how many pages are in it, and who has none in it and why."""

    path: Path
    count: int
    notes: list[str]


@dataclass(frozen=True)
class _Came:
    """What an LMS called the submission of a student: the part of the path, and what it says."""

    called: str
    label: Label

    @property
    def number(self) -> str:
        """What the LMS knows the student by; empty where it is nothing."""
        anonymous = self.label.system == "Canvas" and self.label.whose.startswith(_ANONYMOUS)
        return self.label.number or self.label.whose * anonymous


def pack(folder: ClassFolder, form: str, assignment: str, out: Path | None = None) -> Packed:
    """The pages of one assignment as the LMS of `form` takes them; raises ExportError for none."""
    system = SYSTEMS[form]
    students = _students(folder)
    came = _came(folder, assignment, system)
    shared = Counter(each.number for each in came.values())
    failed = faults.read(folder)
    pages: dict[str, bytes] = {}
    notes = []
    for ref in folder.with_pages([assignment]):
        each = came.get(ref.student)
        why = _missing(folder, ref, ref in failed)
        if each and not why:
            why = _misled(each, students.get(ref.student, Student(ref.student)), shared)
        elif not each:
            why = f"collected.csv has no number of {system} for it"
        if why or not each:
            notes.append(f"{ref.student}: no page of {assignment}: {why}")
        else:
            pages[_name(each, assignment)] = files.read_bytes(folder.feedback(ref))
    if not pages:
        raise ExportError("\n".join([f"no page of {assignment} for {system}", *notes]))
    path = out or folder.packed(f"{form}-{assignment}")
    files.write_bytes(path, _zip(pages))
    return Packed(path, len(pages), notes)


def participants(folder: ClassFolder, assignment: str) -> dict[str, str]:
    """Moodle's number of each student in an assignment, where `collected.csv` has it for sure."""
    students = _students(folder)
    came = _came(folder, assignment, "Moodle")
    shared = Counter(each.number for each in came.values())
    return {
        student: each.number
        for student, each in came.items()
        if not _misled(each, students.get(student, Student(student)), shared)
    }


def _students(folder: ClassFolder) -> dict[str, Student]:
    return {s.id: s for s in roster.read(folder)} if folder.roster.is_file() else {}


def _came(folder: ClassFolder, assignment: str, system: str) -> Mapping[str, _Came]:
    """The last upload of each student that this LMS named and that has a number."""
    found: dict[str, tuple[int, _Came]] = {}
    for line in trace.log(folder):
        each = _called(line.file, system)
        if not each or not each.number or line.assignment != assignment:
            continue
        newest, _ = found.get(line.student, (0, each))
        if each.label.upload >= newest:
            found[line.student] = each.label.upload, each
    return {student: came for student, (_, came) in found.items()}


def _called(file: str, system: str) -> _Came | None:
    """What this LMS called a file that was collected; the archive has a name of its own."""
    parts = file.split("/")
    for part in parts[1:] if len(parts) > 1 and system == "Canvas" else parts:
        label = lms.label(part, system)
        if label:
            return _Came(part, label)
    return None


def _missing(folder: ClassFolder, ref: Ref, failed: bool) -> str:
    """Why there is no page to send, empty where there is one."""
    if failed:
        return "it has not been graded, through no fault of the submission; run grader grade"
    if not folder.feedback(ref).is_file():
        return "it is not written yet; run grader feedback"
    return ""


def _misled(came: _Came, student: Student, shared: Mapping[str, int]) -> str:
    """Why the LMS would give the page to somebody else, empty where it would not."""
    label = came.label
    if shared[came.number] > 1:
        return f"several students have the number {came.number}, so it is a group's"
    if label.system == "Canvas":
        return _misled_canvas(came, student.canvas_id)
    if label.blind or not student.name or label.number == student.moodle_id:
        return ""
    if name_forms(student.name) & name_forms(label.whose):
        return ""
    return (
        f"Moodle calls it {label.whose!r}, which is not {student.name!r}; if {label.number} is not "
        "the number of a group, write it into moodle_id of the roster"
    )


def _misled_canvas(came: _Came, user: str) -> str:
    """The same of Canvas, which knows the student as this user, where that is known."""
    if not came.label.number:
        return ""
    numbers = [part for part in came.called.split("_") if re.fullmatch(r"\d+", part, re.ASCII)]
    mine = [user or came.label.number, str(came.label.upload)]
    return "" if numbers[:2] == mine else f"Canvas would take it for one of user {numbers[0]}"


def _name(came: _Came, assignment: str) -> str:
    if came.label.system == "Canvas":
        return f"{came.called}.html"
    who = unicodedata.normalize("NFC", came.label.whose).replace("_", " ")
    return f"{who}_{came.label.number}_assignsubmission_file_/{assignment}.html"


def _zip(pages: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(pages):
            archive.writestr(zipfile.ZipInfo(name, _WHEN), pages[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()
