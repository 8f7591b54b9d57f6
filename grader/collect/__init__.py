"""What an LMS, a mail or a folder brings, into `class/submitted/` where grading takes it from.

Whose a file is, `roster.csv` says; which assignment, its content. The latest version is the one in
`submitted/`; none is lost (see `trace`). A class without a roster is refused, since a wrong guess
of a name would be a wrong grade; `draft` makes one of the names in an LMS's archive.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from grader.classroom import roster
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.zone import Zone
from grader.collect import clock, trace, versions, worksheet
from grader.collect.answers import NONE, Answers
from grader.collect.desk import Desk
from grader.collect.drafting import draft
from grader.collect.origins import laid_out
from grader.collect.pile import Pile
from grader.collect.standing import Standing, standing
from grader.collect.trace import Found, Open
from grader.collect.whose import Directory
from grader.course import sources
from grader.errors import CollectError
from grader.notebooks.files import existing, read_bytes

__all__ = ["PERSON", "Collected", "collect", "draft"]

PERSON = ("unmatched", "waiting", "refused", "no notebook")  # outcomes that need one
PLAIN = ("placed", "")


@dataclass(frozen=True)
class Collected:
    """What became of each file, what a person has to match, and how much litter there was.

    `standing` is by assignment; `notes` are about what came as a whole.
    """

    files: list[Found]
    unmatched: list[Open]
    litter: int
    standing: dict[str, Standing]
    zone: Zone
    notes: list[str]

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

    A CSV among them is Moodle's grading worksheet, or else is left alone. `only` names the one
    assignment that is being collected: then others are refused, and a notebook that is too damaged
    to be told counts as that one. The same again changes nothing. Raises TableError, NotebookError
    for a source that is none, FileError for a path that leads nowhere, and CollectError for one to
    what was collected before.
    """
    paths = [existing(path) for path in paths]
    _refuse_own(ClassFolder(folder.path.resolve()), paths)
    directory = Directory(roster.read(folder), sources.assignments(root))
    paths = [each for path in paths for each in laid_out(path, directory.is_named)]
    tables = [path for path in paths if path.suffix.lower() == ".csv"]
    sheets = [path for path in tables if worksheet.is_one(path)]
    log = trace.log(folder)
    desk = Desk(root, folder, directory, only, sheets)
    pile = Pile(desk)
    for path in paths:
        if path not in tables:
            pile.take(path)
    aside = [*pile.aside(only), *_checkpoints(root, folder, desk)]
    desk.versions = clock.without_packing(desk.versions, clock.packed_at_once(pile.times))
    found = [*aside, *versions.settle_all(root, folder, desk.versions, log)]
    for line in found:
        if line.outcome == "waiting":
            desk.ask(line, line.note)
    _write(folder, desk, log, found)
    names = sorted({f.assignment for f in found if f.assignment} | {only or ""} - {""}) or [""]
    students = [*directory.students.values()]
    stands = {name: standing(folder, students, name, found) for name in names}
    unread = worksheet.told(desk.handed.values())
    left = [worksheet.left(path) for path in tables if path not in sheets]
    notes = [*left, *unread, *clock.told(desk.versions)]
    return Collected(found, [*desk.seen.values()], pile.litter, stands, desk.zone, notes)


def _checkpoints(root: Path, folder: ClassFolder, desk: Desk) -> list[Found]:
    """What Jupyter keeps of notebooks, of those students who have nothing else."""
    answers = Answers(root)
    there = {(v.found.student, v.found.assignment) for v in desk.versions}
    lines = []
    for version in desk.checkpoints:
        found = version.found
        ref = Ref(found.student, found.assignment)
        if (found.student, found.assignment) in there or folder.notebook(ref).is_file():
            continue
        if answers.of(ref.assignment, read_bytes(folder.version(ref, found.sha256))) == NONE:
            note = "only a checkpoint of Jupyter's, without answers"
            lines.append(replace(found, outcome="no notebook", note=note))
        else:
            note = "only a checkpoint of Jupyter's, with answers: fill in the student to grade it"
            lines.append(replace(found, outcome="waiting", note=note))
    return lines


def _write(folder: ClassFolder, desk: Desk, log: list[Found], found: list[Found]) -> None:
    known, now = {line.key for line in log}, datetime.now(UTC)
    new = [replace(line, collected=now) for line in found if line.key not in known]
    trace.write_log(folder, [*log, *new])
    trace.write_unmatched(folder, desk.unmatched())


def _refuse_own(folder: ClassFolder, paths: list[Path]) -> None:
    """Old versions in the class folder, with the time of their copy, would pass for new ones."""
    for path in paths:
        for own in (folder.step("submitted"), folder.versions, folder.step("autograded")):
            if path.is_relative_to(own) or own.is_relative_to(path):
                raise CollectError(f"{path} holds what is collected already: name what came in")
