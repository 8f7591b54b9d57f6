"""Where each file that came is looked at: whose it is, and which assignment."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from grader.classroom import zone
from grader.classroom.folder import ClassFolder, Ref
from grader.collect import archives, gradescope, lms, trace, worksheet
from grader.collect.archives import Member
from grader.collect.choice import Version
from grader.collect.lms import Label
from grader.collect.namesakes import Namesakes
from grader.collect.origins import Origin
from grader.collect.recognise import NotOursError, Recognised, Recogniser
from grader.collect.trace import LEAVE_OUT, Found, Open
from grader.collect.whose import Directory, agree
from grader.course import sources
from grader.errors import TableError
from grader.notebooks.files import sha256
from grader.notebooks.marks import visible

WHICH = "which counts"  # begins what a person is asked of a file whose student is known


@dataclass(frozen=True)
class Told:
    """What an LMS says of a submission: when, whether late, and what each student is known by."""

    time: datetime | None
    time_from: str
    late: bool
    people: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Item:
    """A file on the desk: where it is from, what the LMS wrote about it and says elsewhere."""

    member: Member
    origin: Origin
    label: Label | None
    told: Told | None


class Desk:
    """Looks at files, one after the other; knows the class and what a person decided."""

    def __init__(
        self,
        root: Path,
        folder: ClassFolder,
        directory: Directory,
        only: str | None,
        sheets: list[Path],
    ) -> None:
        self.folder, self.directory, self.only = folder, directory, only
        self.zone = zone.read(folder)
        self.recogniser = Recogniser(sources.read_all(root))
        self.handed = {k: v for each in sheets for k, v in worksheet.read(each, self.zone).items()}
        self.decided = {line.whose: line for line in trace.decisions(folder)}
        self.seen: dict[str, Open] = {}
        self.matched: set[str] = set()
        self.namesakes = Namesakes(directory, self._known_by)
        self.versions: list[Version] = []
        self.checkpoints: list[Version] = []
        for line in self.decided.values():
            for name in line.students:
                if name not in self.directory.students and name != LEAVE_OUT:
                    raise TableError(
                        f"{folder.unmatched}: {line.whose}: {name!r} is nobody's id in the roster"
                    )

    def take(self, member: Member, origin: Origin) -> list[Found]:
        """What a file is that goes nowhere; a notebook goes to the versions, once it has a place.

        A group's goes there for each of its students.
        """
        label = origin.label(member.file)
        item = Item(member, origin, label, self._told(label, origin))
        found = self._found(item)
        if member.kind in ("other", "refused"):
            return self._set_aside(found, item)
        if member.kind in ("notebook", "checkpoint"):
            return [*self._notebook(found, item)]
        return []

    def ask(self, found: Found, why: str) -> None:
        """Have a person say of one file whether it is the student's that counts."""
        whose = _of_file(found)
        self.matched.discard(whose)
        self.seen[whose] = Open(whose, found.student, "", f"{WHICH}: {why}")

    def unmatched(self) -> list[Open]:
        """The lines of unmatched.csv: what a person filled in stays, what is matched now goes."""
        lines = {**self.seen, **{w: line for w, line in self.decided.items() if line.student}}
        order = [*self.decided, *(whose for whose in self.seen if whose not in self.decided)]
        lines = {**self.decided, **lines}
        return [lines[whose] for whose in order if whose not in self.matched]

    def _found(self, item: Item) -> Found:
        member, label, told = item.member, item.label, item.told
        found = Found(
            shown(member.file),
            member.kind,
            time=self.zone.utc(member.when) if member.when else None,
            time_from=_kind_of_time(item),
            late=bool(label and label.late),
            upload=label.upload if label else 0,
            note=shown(member.reason),
            system=label.system if label and label.system not in lms.RENAMED else "",
        )
        if told:
            found = replace(found, late=told.late or found.late)
        if told and told.time:
            found = replace(found, time=told.time, time_from=told.time_from)
        named = found.time_from == "metadata" or bool(member.when and member.when.tzinfo)
        if not found.time or (named and found.time_from not in ("worksheet", "name")):
            return found
        return replace(found, clock=self.zone.offset(found.time))

    def _told(self, label: Label | None, origin: Origin) -> Told | None:
        """What the LMS says of a submission beside the file, if it is of that submission."""
        if label and label.when:
            return Told(self.zone.utc(label.when), "name", False, ())
        if label and origin.submitted and (each := origin.submitted.get(label.number)):
            return Told(each.time, "metadata", False, each.people)
        handed = self.handed.get(label.number) if label and label.system == "Moodle" else None
        if not label or not handed:
            return None
        if handed.name and not label.blind and not agree(handed.name, label.whose):
            return None
        people = ((*handed.known_by, handed.name) if label.blind else handed.known_by,)
        return Told(handed.time, "worksheet", handed.late, people)

    def _notebook(self, found: Found, item: Item) -> Iterator[Found]:
        data = item.member.data
        found = replace(found, sha256=sha256(data))
        try:
            recognised = self.recogniser.recognise(data)
        except NotOursError as error:
            if item.member.kind == "notebook":
                found = replace(found, outcome="refused", note=str(error))
                yield from self._set_aside(found, item)
            return
        found = self._assigned(found, recognised)
        line = self._decision(found, item.label)
        if line.left_out:
            yield replace(found, outcome="left out")
            return
        students, why = self._students(found, item, recognised, line)
        checkpoint = item.member.kind == "checkpoint" and not line.students
        if not students and not checkpoint:
            outcome = "refused" if found.outcome == "refused" else "unmatched"
            yield replace(found, outcome=outcome, note=_joined(why, found.note))
        for student in students:
            each = replace(found, student=student, note=_joined(why, found.note))
            if each.outcome not in ("notebook", "checkpoint"):
                yield each
                continue
            trace.keep(self.folder, Ref(student, found.assignment), data)
            decided = bool(line.students) and line.why.startswith(WHICH)
            version = self._version(each, item, decided=decided)
            (self.checkpoints if checkpoint else self.versions).append(version)

    def _version(self, found: Found, item: Item, *, decided: bool) -> Version:
        inner = item.member.inner
        container = item.origin.container(item.member.file)
        inner = self.zone.utc(inner) if inner else None
        return Version(replace(found, outcome="notebook"), container, inner, decided)

    def _assigned(self, found: Found, recognised: Recognised) -> Found:
        name, fault = recognised.assignment, recognised.fault
        if name and self.only and name != self.only:
            return replace(found, outcome="refused", note=f"this is {name}, not {self.only}")
        if not name and not fault:
            return replace(found, outcome="refused", note="not a notebook of this course")
        if not name and not self.only:
            why = f"{fault}: to say which assignment, collect it with --assignment"
            return replace(found, outcome="unmatched", note=why)
        return replace(found, assignment=name or self.only or "", note=fault)

    def _students(
        self, found: Found, item: Item, recognised: Recognised, line: Open
    ) -> tuple[list[str], str]:
        """Whose it is, with what is to be told of it, or why nobody knows."""
        if not self.decided.get(_of_file(found), Open("")).student:
            self.matched.add(_of_file(found))
        if line.students:
            return line.students, ""
        candidates, told = self._candidates(item)
        if self._settled(candidates, item):
            self.matched.add(line.whose)
            return sorted(candidates), told
        guess = " or ".join(sorted(candidates)) or self._guess(item, recognised)
        nobody = "" if candidates else _nobody(item)
        why = nobody or self._doubt(candidates, item) or "several students fit"
        if doubted := item.origin.doubted(item.member.file):
            why += f" (named as by {doubted}: an archive of {doubted}'s is collected by itself)"
        if found.outcome != "refused" and item.member.kind == "notebook":
            self.matched.discard(line.whose)
            self.seen[line.whose] = Open(line.whose, guess, "", why)
        return [], f"{why}; {guess}?" if guess else why

    def _guess(self, item: Item, recognised: Recognised) -> str:
        people = item.told.people if item.told else ()
        hints = [*recognised.ran_by, *(keys[-1] for keys in people if keys)]
        if item.label and self.namesakes.blind(item.label, item.origin):
            return self.directory.guess([], None, hints)
        return self.directory.guess(item.member.file.split("/")[1:], item.label, hints)

    def _candidates(self, item: Item) -> tuple[set[str], str]:
        """Whom it may be from, and whom of a group the roster lacks."""
        label, people = item.label, item.told.people if item.told else ()
        if label is None:
            return self.directory.named(item.origin.names(item.member.file)), ""
        if label.system == "Gradescope":
            known = [self.directory.known(keys) for keys in people]
            lacking = [keys for keys, who in zip(people, known, strict=True) if len(who) != 1]
            told = f"also of {', '.join(keys[-1] for keys in lacking)}, not on the roster"
            return set().union(*(w for w in known if len(w) == 1)), told if lacking else ""
        found = self.directory.labelled(label, people[0] if people else ())
        if not found and label.system in lms.RENAMED:
            found = self.directory.named(item.origin.names(item.member.file))
        return found, ""

    def _known_by(self, label: Label, origin: Origin) -> tuple[str, ...]:
        told = self._told(label, origin)
        return told.people[0] if told and told.people else ()

    def _doubt(self, candidates: set[str], item: Item) -> str:
        return self.namesakes.doubt(candidates, item.label, item.origin)

    def _settled(self, candidates: set[str], item: Item) -> bool:
        """Whether no person has to be asked which of these it is."""
        one = len(candidates) == 1 and not self._doubt(candidates, item)
        return one or bool(_is_group(item) and candidates)

    def _set_aside(self, found: Found, item: Item) -> list[Found]:
        """A file that goes nowhere, with whose it is where that is known."""
        line = self._decision(found, item.label)
        if line.left_out:
            return [replace(found, outcome="left out")]
        candidates = self._candidates(item)[0]
        known = candidates if self._settled(candidates, item) else ()
        return [
            replace(found, student=student) for student in line.students or sorted(known) or [""]
        ]

    def _decision(self, found: Found, label: Label | None) -> Open:
        """What a person filled in for this one file, or for all that an LMS labels alike."""
        whose = _of_file(found)
        if self.decided.get(whose, Open("")).student or not label:
            return self.decided.get(whose, Open(whose))
        return self.decided.get(shown(str(label)), Open(shown(str(label))))


def _is_group(item: Item) -> bool:
    return item.told is not None and len(item.told.people) > 1


def shown(text: str) -> str:
    """Text of somebody else's without what a terminal would obey or a file not take."""
    return visible(" ".join(text.split()))


def _nobody(item: Item) -> str:
    """Why no student fits a file that has no candidates."""
    if item.label and item.label.system == "Gradescope" and not item.told:
        return f"{gradescope.FILE} does not say whose it is: export the submissions again"
    return "nobody on the roster fits"


def _of_file(found: Found) -> str:
    return f"{found.file} [{found.sha256[:8]}]"


def _joined(*notes: str) -> str:
    return "; ".join(filter(None, notes))


def _kind_of_time(item: Item) -> str:
    """What the time of a file is: an LMS packs with the time of the download."""
    if item.label and item.label.system not in lms.RENAMED:
        return "download"
    in_archive = any(archives.is_archive(part) for part in item.member.file.split("/")[:-1])
    return ("archive" if in_archive else "file") if item.member.when else ""
