"""What an LMS, a mail or a folder brings, into `class/submitted/` where grading takes it from.

Whose a file is, `roster.csv` says; which assignment, its content. The latest version is the one in
`submitted/`; none is lost (see `trace`). A class without a roster is refused, since a wrong guess
of a name would be a wrong grade; `draft` makes one of the names in an LMS's archive.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from grader.classroom import roster
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.roster import Student
from grader.collect import archives, lms, trace, versions, worksheet
from grader.collect.archives import Member
from grader.collect.recognise import NotOursError, Recognised, Recogniser
from grader.collect.trace import LEAVE_OUT, Found, Open
from grader.collect.whose import Directory
from grader.course import sources
from grader.errors import CollectError, TableError
from grader.notebooks.files import existing, sha256

PERSON = ("unmatched", "refused", "no notebook")  # outcomes that need one
PLAIN = ("placed", "")


@dataclass(frozen=True)
class Collected:
    """What became of each file, what a person has to match, and how much litter there was."""

    files: list[Found]
    unmatched: list[Open]
    litter: int
    missing: dict[str, list[str]]  # who has handed in nothing, by assignment

    def of(self, *outcomes: str) -> list[Found]:
        return [found for found in self.files if found.outcome in outcomes]

    def to_look_at(self) -> list[Found]:
        """What did not go its ordinary way this time."""
        ordinary = ("unchanged", "other")
        odd = [f for f in self.files if f.outcome not in ordinary and (f.outcome, f.note) != PLAIN]
        return sorted(odd, key=lambda f: (f.outcome not in PERSON, f.outcome, f.file))


def collect(
    root: Path, folder: ClassFolder, paths: Iterable[Path], only: str | None = None
) -> Collected:
    """Bring what is in folders, archives and notebooks into the class's `submitted/`.

    A CSV among them is Moodle's grading worksheet. `only` names the one assignment that is being
    collected: then others are refused, and a notebook that is too damaged to be told counts as that
    one. The same again changes nothing. Raises TableError, NotebookError for a source that is none,
    FileError for a path that leads nowhere, and CollectError for one to what was collected before.
    """
    paths = [existing(path) for path in paths]
    _refuse_own(ClassFolder(folder.path.resolve()), paths)
    sheets = [path for path in paths if path.suffix.lower() == ".csv"]
    desk = _Desk(root, folder, only, sheets)
    found: list[Found] = []
    litter = 0
    for path in (path for path in paths if path not in sheets):
        for member in archives.read(path):
            litter += member.kind == "litter"
            found += desk.take(member)
    found = [*_settled(folder, found, desk.log)]
    known, now = {line.key for line in desk.log}, datetime.now(UTC)
    new = [replace(line, collected=now) for line in found if line.key not in known]
    trace.write_log(folder, [*desk.log, *new])
    trace.write_unmatched(folder, desk.unmatched())
    return Collected(found, [*desk.seen.values()], litter, desk.missing(found))


def _refuse_own(folder: ClassFolder, paths: list[Path]) -> None:
    """Old versions in the class folder, with the time of their copy, would pass for new ones."""
    for path in paths:
        for own in (folder.step("submitted"), folder.versions, folder.step("autograded")):
            if path.is_relative_to(own) or own.is_relative_to(path):
                raise CollectError(f"{path} holds what is collected already: name what came in")


def draft(paths: Iterable[Path]) -> list[Student]:
    """The students whose names an LMS wrote into archives, for a roster that a person completes."""
    students: dict[str, Student] = {}
    for path in paths:
        for member in archives.read(path):
            label = lms.label(member.file)
            if label is None or member.kind == "litter" or str(label) in students:
                continue
            name = "-".join(label.whose.casefold().split()).strip(".") or label.number
            taken = {student.id for student in students.values()}
            unique = f"{name}-{label.number}" if name in taken else name
            by_canvas, by_moodle = (
                label.number if label.system == system else "" for system in ("Canvas", "Moodle")
            )
            students[str(label)] = Student(
                unique, label.whose, canvas_id=by_canvas, moodle_id=by_moodle
            )
    return sorted(students.values(), key=lambda student: student.id)


class _Desk:
    """Where each file is looked at: whose it is, and which assignment."""

    def __init__(
        self, root: Path, folder: ClassFolder, only: str | None, sheets: list[Path]
    ) -> None:
        self.folder, self.only = folder, only
        self.directory = Directory(roster.read(folder))
        self.recogniser = Recogniser(sources.read_all(root))
        self.handed = {k: v for path in sheets for k, v in worksheet.read(path).items()}
        self.log = trace.log(folder)
        self.decided = {line.whose: line for line in trace.decisions(folder)}
        self.seen: dict[str, Open] = {}
        self.matched: set[str] = set()
        for line in self.decided.values():
            for name in line.students:
                if name not in self.directory.students and name != LEAVE_OUT:
                    raise TableError(
                        f"{folder.unmatched}: {line.whose}: {name!r} is nobody's id in the roster"
                    )

    def take(self, member: Member) -> Iterator[Found]:
        """What one file is: more than one line when it is a group's."""
        label = lms.label(member.file)
        found = Found(
            _shown(member.file),
            member.kind,
            time=member.when,
            time_from="download" if label else _kind_of_time(member),
            late=bool(label and label.late),
            upload=label.upload if label else 0,
            note=_shown(member.reason),
        )
        if (handed := self._handed(label)) and handed.time:
            found = replace(found, time=handed.time, time_from="worksheet", late=handed.late)
        if member.kind in ("other", "refused"):
            yield self._set_aside(found, member, label)
        elif member.kind == "notebook":
            yield from self._notebook(found, member, label)

    def unmatched(self) -> list[Open]:
        """The lines of unmatched.csv: what a person filled in stays, what is matched now goes."""
        lines = {**self.seen, **{w: line for w, line in self.decided.items() if line.student}}
        order = [*self.decided, *(whose for whose in self.seen if whose not in self.decided)]
        lines = {**self.decided, **lines}
        return [lines[whose] for whose in order if whose not in self.matched]

    def missing(self, found: Iterable[Found]) -> dict[str, list[str]]:
        """The students who have no notebook of the assignments that were collected."""
        names = sorted({f.assignment for f in found if f.student and f.assignment})
        return {
            name: [
                student
                for student in self.directory.students
                if not self.folder.submitted(Ref(student, name)).is_dir()
            ]
            for name in names
        }

    def _notebook(self, found: Found, member: Member, label: lms.Label | None) -> Iterator[Found]:
        found = replace(found, sha256=sha256(member.data))
        try:
            recognised = self.recogniser.recognise(member.data)
        except NotOursError as error:
            found = replace(found, outcome="refused", note=str(error))
            yield self._set_aside(found, member, label)
            return
        found = self._assigned(found, recognised)
        line = self._decision(found, label)
        if line.left_out:
            yield replace(found, outcome="left out")
            return
        students, why = self._students(found, member, label, recognised, line)
        if not students:
            note = "; ".join(filter(None, (why, found.note)))
            outcome = "refused" if found.outcome == "refused" else "unmatched"
            yield replace(found, outcome=outcome, note=note)
        for student in students:
            if found.assignment:
                trace.keep(self.folder, Ref(student, found.assignment), member.data)
            yield replace(found, student=student)

    def _assigned(self, found: Found, recognised: Recognised) -> Found:
        name, fault = recognised.assignment, recognised.fault
        if name and self.only and name != self.only:
            return replace(found, outcome="refused", note=f"this is {name}, not {self.only}")
        if not name and not recognised.empty:
            return replace(found, outcome="refused", note="not a notebook of this course")
        if not name and not self.only:
            why = f"{fault or 'empty'}: to say which assignment, collect it with --assignment"
            return replace(found, outcome="unmatched", note=why)
        return replace(found, assignment=name or self.only or "", note=fault)

    def _students(
        self,
        found: Found,
        member: Member,
        label: lms.Label | None,
        recognised: Recognised,
        line: Open,
    ) -> tuple[list[str], str]:
        """Whose it is, or why nobody knows."""
        if line.students:
            return line.students, ""
        candidates = self._candidates(member.file, label)
        if len(candidates) == 1:
            self.matched.add(line.whose)
            return [*candidates], ""
        guess = self.directory.guess(member.file, label, recognised.ran_by)
        why = "several students fit" if candidates else "nobody on the roster fits"
        if found.outcome != "refused":
            self.seen[line.whose] = Open(line.whose, guess, "", why)
        return [], f"{why}; {guess}?" if guess else why

    def _set_aside(self, found: Found, member: Member, label: lms.Label | None) -> Found:
        """A file that goes nowhere, with whose it is where that is known."""
        line = self._decision(found, label)
        if line.left_out:
            return replace(found, outcome="left out")
        candidates = {*line.students} or self._candidates(member.file, label)
        return replace(found, student=candidates.pop() if len(candidates) == 1 else "")

    def _decision(self, found: Found, label: lms.Label | None) -> Open:
        """What a person filled in, for all that an LMS labels alike or for this one file."""
        whose = _shown(str(label)) if label else f"{found.file} [{found.sha256[:8]}]"
        return self.decided.get(whose, Open(whose))

    def _candidates(self, file: str, label: lms.Label | None) -> set[str]:
        handed = self._handed(label)
        return self.directory.of(file, label, handed.known_by if handed else ())

    def _handed(self, label: lms.Label | None) -> worksheet.Handed | None:
        return self.handed.get(label.number) if label and label.system == "Moodle" else None


def _settled(folder: ClassFolder, found: list[Found], log: list[Found]) -> Iterator[Found]:
    """The outcomes, after the latest version of each notebook went into submitted/."""
    ready = [f for f in found if f.outcome == "notebook"]
    with_one = {f.student for f in ready}
    for each in found:
        if each.outcome == "other":
            lacking = lms.label(each.file) and each.student not in with_one
            note = "and no notebook with it"
            yield replace(each, outcome="no notebook", note=note) if lacking else each
        elif each.outcome not in ("notebook", "litter"):
            yield each

    def of(each: Found) -> tuple[str, str]:
        return each.student, each.assignment

    for whose, came in groupby(sorted(ready, key=of), of):
        known = [line for line in log if of(line) == whose and line.sha256]
        yield from versions.settle(folder, Ref(*whose), [*came], known)


def _kind_of_time(member: Member) -> str:
    in_archive = any(archives.is_archive(part) for part in member.file.split("/")[:-1])
    return ("archive" if in_archive else "file") if member.when else ""


def _shown(text: str) -> str:
    """Text of somebody else's without what a terminal would obey or a file not take."""
    text = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    return "".join(
        mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text
    ).strip()
