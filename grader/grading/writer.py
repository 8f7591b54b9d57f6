"""A class on its way into the gradebook: recorded in a fixed order by one writer."""

import json
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from grader.classroom import faults, results, roster
from grader.classroom.folder import ClassFolder, Ref
from grader.course import build, sources
from grader.course.versions import gradebook_version
from grader.errors import AssignmentChangedError, FileError, RosterError
from grader.gradebook import book as gradebook
from grader.gradebook import deadlines
from grader.gradebook.record import Extensions, record, unrecordable
from grader.gradebook.session import Book, opened
from grader.grading import job, regrade
from grader.grading.cluster import Engine, Options
from grader.grading.job import Assignment, Fault, Refused, Running, Task
from grader.notebooks import notebook
from grader.outcome import Graded
from nlplab.messages import LANGUAGES

AHEAD = 8  # submissions in flight for each worker, so that a slow one does not stop the others


@dataclass(frozen=True)
class Entry:
    """What became of one submission: its result, the reason why there is none, or our fault.

    Its notebook is below autograded/, and not kept here.
    """

    ref: Ref
    graded: Graded | None = None
    reason: str = ""
    fault: str = ""  # the grade is as it was before
    new: bool = True  # False: nothing has changed since it was recorded
    held: bool = False  # True: not recorded before the changes are accepted

    def summary(self) -> str:
        """What its test cells said in one line: how many of each outcome, and the mistakes."""
        if self.graded is None:
            return self.reason or f"not graded: {self.fault}"
        counts = Counter(test.outcome for test in self.graded.tests)
        told_why = ("wrong", "crashed")
        keys = sorted({t.key for t in self.graded.tests if t.outcome in told_why and t.key})
        told = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counts.items())
        told += f": {', '.join(keys)}" if keys else ""
        repairs = [repair.key.removeprefix("repair.") for repair in self.graded.repairs]
        told += f"; repaired: {', '.join(repairs)}" if repairs else ""
        return told + ("; to review" if self.graded.review else "")


@dataclass(frozen=True)
class Settled:
    """A submission that has a result to record; no task where it was refused."""

    ref: Ref
    result: Graded | Refused
    task: Task | None = None

    def entry(self, *, held: bool = False) -> Entry:
        if isinstance(self.result, Refused):
            return Entry(self.ref, reason=self.result.reason, held=held)
        return Entry(self.ref, replace(self.result, notebook=b""), held=held)


def mark(
    root: Path,
    folder: ClassFolder,
    assignments: list[str],
    refs: Sequence[Ref],
    options: Options,
    engine: Engine,
    accept: regrade.Accept,
) -> Iterator[Entry]:
    """What `run.grade_class` does, once the class is held and there is an engine.

    `refs` are the submissions. A held one that cannot be written in the end has a second entry.
    """
    extensions = _extensions(root, folder)
    with opened(folder, create=True) as book:
        known = {name: _assignment(root, book, name) for name in assignments}
        mended = [each for each in known.values() if each.mended]
        if mended and options.students:
            raise AssignmentChangedError(
                f"{', '.join(each.name for each in mended)} changed after submissions were graded: "
                "grade it without --student, so that everybody has the same tests"
            )
        with regrade.draft(folder) as tried:
            _register(tried, mended)
            writer = _Writer(book, tried, known, extensions, options)
            yield from writer.entries(refs, engine)
            found = writer.differences()
            if not found or accept(found):
                for each in mended:
                    regrade.keep_added(folder, each.name, each.added)
                _register(book, mended)
                yield from writer.release()


def _assignment(root: Path, book: Book, name: str) -> Assignment:
    """What is graded of an assignment; one that is new, or unchanged, is registered."""
    source = build.source(root, name)
    version = gradebook_version(source)
    mended = gradebook.mended(book, name, version)
    if not mended:
        with book.transaction():
            gradebook.register(book, name, version)
    return Assignment(
        name,
        releases={lang: build.student_release(root, lang, name) for lang in LANGUAGES},
        version=version,
        skip=frozenset(notebook.skipped(source)),
        added=regrade.added(book, name, version),
        due=deadlines.read(book, name),
        mended=mended,
    )


def _register(book: Book, assignments: Sequence[Assignment]) -> None:
    for each in assignments:
        with book.transaction():
            gradebook.register(book, each.name, each.version)


def _extensions(root: Path, folder: ClassFolder) -> dict[str, Extensions]:
    """The extensions of each student in the roster, where the class has one."""
    students = roster.read(folder) if folder.roster.is_file() else []
    known = sources.assignments(root)
    if unknown := sorted({name for s in students for name in s.extensions} - {*known}):
        raise RosterError(
            f"{folder.roster}: an extension for {', '.join(unknown)}, of which there is "
            f"no source; there is {', '.join(known)}"
        )
    return {student.id: student.extensions for student in students}


class _Writer:
    """Records results in the order of submissions: some go in at once, others are held.

    Held is what changes points that nobody handed anything in for: it is tried in a draft.
    """

    def __init__(
        self,
        book: Book,
        tried: Book,
        assignments: Mapping[str, Assignment],
        extensions: Mapping[str, Extensions],
        options: Options,
    ) -> None:
        self.book, self.tried = book, tried
        self.assignments, self.extensions, self.options = assignments, extensions, options
        self.failed = faults.read(book.folder)
        self.held: list[Settled] = []
        self.seen: list[Ref] = []
        self.changes: list[regrade.Change] = []

    def entries(self, refs: Sequence[Ref], engine: Engine) -> Iterator[Entry]:
        """An entry for each submission; a few are on their way while one is recorded."""
        waiting: deque[Entry | Settled | Fault | Running] = deque()
        for ref in refs:
            waiting.append(self._begin(ref, engine))
            if len(waiting) >= AHEAD * engine.workers:
                yield self._end(waiting.popleft())
        while waiting:
            yield self._end(waiting.popleft())

    def differences(self) -> list[regrade.Change]:
        """Whose points differ when all that is held is written."""
        found = list(self.changes)
        for each in self.assignments.values():
            if each.mended:
                found += regrade.left_behind(self.book, self.tried, each.name, self.seen)
        return found

    def release(self) -> Iterator[Entry]:
        """Write what is held; an entry for each that could not be written."""
        for each in self.held:
            entry = self._write(each)
            if entry.fault:
                yield entry

    def _begin(self, ref: Ref, engine: Engine) -> Entry | Settled | Fault | Running:
        """Read a submission, and hand it to the engine unless its result is known."""
        assignment = self.assignments[ref.assignment]
        more = self.extensions.get(ref.student, {}).get(ref.assignment)
        task = job.read(self.book.folder, self.tried, ref, assignment, self.options, more)
        if isinstance(task, Refused):
            return Settled(ref, task)
        if isinstance(task, Fault):
            return task
        again = self.options.force or ref in self.failed
        if not again and (kept := job.known(self.book, task)):
            return Entry(ref, kept, new=False)
        return job.submit(task, engine, assignment.skip)

    def _end(self, each: Entry | Settled | Fault | Running) -> Entry:
        """Wait for a result and record it, or hold it; whatever is wrong, the others go on."""
        if isinstance(each, Running):
            result = job.settle(each)
            ref, task = each.task.ref, each.task
            each = result if isinstance(result, Fault) else Settled(ref, result, task)
        if isinstance(each, Fault):
            return self._fault(each)
        self.seen.append(each.ref)
        return self._enter(each) if isinstance(each, Settled) else each

    def _enter(self, each: Settled) -> Entry:
        mended = self.assignments[each.ref.assignment].mended
        same = each.task is not None and each.task.same
        if not (same or mended):
            return self._write(each)
        if (failed := self._record(self.tried, each)) is not None:
            return self._fault(failed)
        tests = each.result.tests if isinstance(each.result, Graded) else ()
        change = regrade.change(self.book, self.tried, each.ref, tests)
        if change is None and not mended:
            return self._write(each)
        self.held.append(each)
        self.changes += [change] if change and same else []
        return each.entry(held=True)

    def _write(self, each: Settled) -> Entry:
        """Record a result for good, and keep beside the gradebook what it says."""
        folder, ref = self.book.folder, each.ref
        failed = self._record(self.book, each)
        try:
            if failed is None and each.task is not None and isinstance(each.result, Graded):
                task = each.task
                results.keep(folder, ref, task.key, each.result, task.decided, task.submitted)
            elif failed is None:
                results.forget(folder, ref)
        except Exception as error:
            failed = job.fault(ref, error)
        if failed is not None:
            return self._fault(failed)
        faults.clear(folder, ref)
        entry = each.entry()
        _log(folder, entry)
        return entry

    def _record(self, book: Book, each: Settled) -> Fault | None:
        extensions = self.extensions.get(each.ref.student)
        try:
            if isinstance(each.result, Refused):
                unrecordable(book, each.ref, each.result.reason, extensions)
            else:
                record(book, each.ref, each.result, extensions)
        except Exception as error:
            return job.fault(each.ref, error)
        return None

    def _fault(self, found: Fault) -> Entry:
        """Note a fault of ours: until it is gone, the grade is the former one, or none."""
        folder, entry = self.book.folder, Entry(found.ref, fault=found.cause)
        with suppress(FileError):  # such as on a full disk: it is told all the same
            faults.note(folder, found.ref, found.cause)
        _log(folder, entry)
        return entry


def _log(folder: ClassFolder, entry: Entry) -> None:
    """One line for each submission: who, what, and the seconds of each step."""
    line = {
        "time": datetime.now().astimezone().isoformat(timespec="seconds"),
        "student": entry.ref.student,
        "assignment": entry.ref.assignment,
        "said": entry.summary(),
        "seconds": entry.graded.seconds if entry.graded else {},
    }
    with suppress(OSError), folder.log.open("a", encoding="utf-8") as file:  # the grade stands
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
