"""A class on its way into the gradebook: recorded in a fixed order by one writer."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from grader.classroom import faults, results
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.lock import uninterrupted
from grader.course import build
from grader.course.versions import gradebook_version
from grader.errors import AssignmentChangedError
from grader.gradebook import book as gradebook
from grader.gradebook import deadlines
from grader.gradebook.record import record, unrecordable
from grader.gradebook.session import Book, opened
from grader.grading import job, regrade
from grader.grading.cluster import Engine
from grader.grading.entry import Entry
from grader.grading.exam import exam
from grader.grading.groups import Groups
from grader.grading.job import Assignment, Fault, Refused, Running, Task
from grader.grading.logged import log
from grader.grading.options import Options
from grader.grading.prepared import rehearse
from grader.grading.unchanged import Extensions, Unchanged
from grader.notebooks import files
from grader.outcome import Graded
from nlplab.messages import LANGUAGES

AHEAD = 8  # submissions in flight for each worker, so that a slow one does not stop the others


@dataclass(frozen=True)
class Settled:
    """A submission that has a result to record; no task where it was refused."""

    ref: Ref
    result: Graded | Refused
    task: Task | None = None

    def entry(self, *, held: bool = False) -> Entry:
        if isinstance(self.result, Refused):
            return Entry(self.ref, reason=self.result.reason.said("en"), held=held)
        return Entry(self.ref, replace(self.result, notebook=b""), held=held)


def mark(
    root: Path,
    folder: ClassFolder,
    refs: Sequence[Ref],
    extensions: Extensions,
    options: Options,
    engine: Engine,
    accept: regrade.Accept,
) -> Iterator[Entry]:
    """What `run.grade_class` does, once the class is held and there is an engine.

    Only the assignments of these `refs` are registered. A held submission that cannot be written in
    the end has a second entry.
    """
    with opened(folder, create=True) as book:
        handed_in = sorted({ref.assignment for ref in refs})
        known = {name: _assignment(root, book, name) for name in handed_in}
        mended = [each for each in known.values() if each.mended]
        if mended and options.students:
            raise AssignmentChangedError(
                f"{', '.join(each.name for each in mended)} changed after submissions were graded: "
                "grade it without --student, so that everybody has the same tests"
            )
        with regrade.draft(folder) as tried:
            _register(tried, mended)
            unchanged = Unchanged(root, folder, options, extensions)
            writer = _Writer(book, tried, known, unchanged, Groups(folder, refs))
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
    asked = exam(root, name, source)
    return Assignment(
        name,
        releases={lang: build.student_release(root, lang, name) for lang in LANGUAGES},
        version=version,
        exam=asked,
        checks=results.checks_id(files.dumps(version) + asked.text, name),
        added=regrade.added(book, name, version),
        due=deadlines.read(book, name),
        mended=mended,
    )


def _register(book: Book, assignments: Sequence[Assignment]) -> None:
    for each in assignments:
        with book.transaction():
            gradebook.register(book, each.name, each.version)


class _Writer:
    """Records results in the order of submissions: some go in at once, others are held.

    Held is what changes points that nobody handed anything in for: it is tried in a draft.
    """

    def __init__(
        self,
        book: Book,
        tried: Book,
        assignments: Mapping[str, Assignment],
        unchanged: Unchanged,
        groups: Groups,
    ) -> None:
        self.book, self.tried, self.groups = book, tried, groups
        self.assignments, self.unchanged = assignments, unchanged
        self.extensions, self.options = unchanged.extensions, unchanged.options
        self.failed = faults.read(book.folder)
        self.inputs: dict[Ref, str] = {}  # of what is on its way
        self.held: list[Settled] = []
        self.seen: list[Ref] = []
        self.rehearsed: set[str] = set()
        self.changes: list[regrade.Change] = []

    def entries(self, refs: Sequence[Ref], engine: Engine) -> Iterator[Entry]:
        """An entry for each submission; a few are on their way while one is recorded."""
        waiting: deque[tuple[Ref, Entry | Settled | Fault | Running]] = deque()
        for ref in refs:
            waiting.append((ref, job.attempt(ref, self._begin, ref, engine)))
            if len(waiting) >= AHEAD * engine.workers:
                yield self._entry(*waiting.popleft(), engine)
        while waiting:
            yield self._entry(*waiting.popleft(), engine)

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
            entry = self._told(each.ref, job.attempt(each.ref, self._write, each))
            if entry.fault:
                yield entry

    def _begin(self, ref: Ref, engine: Engine) -> Entry | Settled | Running:
        """Read a submission, and hand it to the engine unless its result is known."""
        assignment = self.assignments[ref.assignment]
        if not assignment.mended:
            if entry := self.unchanged.entry(ref):
                return entry
            self.inputs[ref] = self.unchanged.inputs(ref)  # before it is read: it may change
        more = self.extensions.get(ref.student, {}).get(ref.assignment)
        self._rehearse(ref, assignment, engine)
        folder, options = self.book.folder, self.options
        task = job.read(folder, self.tried, ref, assignment, options, more, engine.reader)
        if isinstance(task, Refused):
            return Settled(ref, task)
        again = self.options.force or ref in self.failed
        if not again and (kept := job.known(self.book, task)):
            if inputs := self.inputs.pop(ref, ""):
                results.renew(folder, ref, inputs)
            return Entry(ref, kept, new=False)
        return self.groups.submit(task, engine, assignment.exam)

    def _rehearse(self, ref: Ref, assignment: Assignment, engine: Engine) -> None:
        """Have the reader try out the first of each assignment's, so that it has all in place."""
        if engine.reader and assignment.name not in self.rehearsed:
            self.rehearsed.add(assignment.name)
            engine.reader.rehearse(rehearse, self.tried.folder, ref, assignment.releases)

    def _entry(self, ref: Ref, begun: Entry | Settled | Fault | Running, engine: Engine) -> Entry:
        """Wait for a result and record it, or hold it; whatever is wrong, the others go on."""
        ended = begun if isinstance(begun, Fault) else job.attempt(ref, self._end, begun, engine)
        if not isinstance(ended, Fault):
            self.seen.append(ref)
        return self._told(ref, ended)

    def _end(self, begun: Entry | Settled | Running, engine: Engine) -> Entry:
        if isinstance(begun, Entry):
            return begun
        if isinstance(begun, Running):
            ref = begun.task.ref
            settled = job.settle(begun, engine, self.assignments[ref.assignment].exam)
            begun = Settled(ref, settled, begun.task)
        return self._enter(begun)

    def _enter(self, each: Settled) -> Entry:
        mended = self.assignments[each.ref.assignment].mended
        same = each.task is not None and each.task.same
        if not (same or mended):
            return self._write(each)
        self._record(self.tried, each)
        tests = each.result.tests if isinstance(each.result, Graded) else ()
        change = regrade.change(self.book, self.tried, each.ref, tests)
        if change is None and not mended:
            return self._write(each)
        self.held.append(each)
        self.changes += [change] if change and same else []
        return each.entry(held=True)

    def _write(self, each: Settled) -> Entry:
        """Record a result for good, and keep beside the gradebook what it says: all or nothing."""
        fault = self.book.folder.fault(each.ref)
        with uninterrupted(), self._keeping(each), files.replaced(fault, None):
            self._record(self.book, each)
        return each.entry()

    def _keeping(self, each: Settled) -> AbstractContextManager[None]:
        """Keeps what a result says once the body has recorded it."""
        folder, ref, task = self.book.folder, each.ref, each.task
        inputs = self.inputs.pop(ref, "")
        if isinstance(each.result, Refused):
            return results.refusing(folder, ref, each.result.reason, inputs)
        if task is None:
            return files.replaced(folder.result(ref), None)
        of = (task.key, each.result, task.decided, task.submitted, inputs)
        return results.keeping(folder, ref, *of)

    def _record(self, book: Book, each: Settled) -> None:
        extensions = self.extensions.get(each.ref.student)
        if isinstance(each.result, Refused):
            unrecordable(book, each.ref, each.result.reason.said("ko"), extensions)
        else:
            record(book, each.ref, each.result, extensions)

    def _told(self, ref: Ref, ended: Entry | Fault) -> Entry:
        """The entry of a submission, logged; a fault is noted, and counts until it is gone."""
        folder = self.book.folder
        if isinstance(ended, Fault):
            with suppress(Exception):  # such as on a full disk: it is told all the same
                faults.note(folder, ref, ended.cause)
            ended = Entry(ref, fault=ended.cause)
        if ended.new and not ended.held:
            with suppress(Exception):  # no line of a log is worth a grade
                log(self.book, ended, self.assignments[ref.assignment].checks)
        return ended
