"""A class on its way into the gradebook: recorded in a fixed order by one writer."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from nbformat import NotebookNode

from grader.classroom import roster
from grader.classroom.folder import ClassFolder
from grader.course import build, sources
from grader.course.versions import gradebook_version
from grader.errors import AssignmentChangedError, RosterError
from grader.gradebook import book as gradebook
from grader.gradebook.session import Transaction, economy
from grader.grading import regrade
from grader.grading.cluster import Engine, Options
from grader.grading.job import Entry, Extensions, Submission
from grader.notebooks import notebook

AHEAD = 8  # submissions in flight for each worker, so that a slow one does not stop the others


def mark(
    root: Path,
    class_dir: Path,
    assignments: list[str],
    handed_in: Sequence[tuple[str, str]],
    options: Options,
    engine: Engine,
    accept: regrade.Accept,
) -> Iterator[Entry]:
    """What `cluster.grade_class` does, once the class is held and there is an engine.

    `handed_in` has the student and the assignment of each submission.
    """
    extensions = _extensions(root, class_dir)
    read = {name: build.source(root, name) for name in assignments}
    skips = {name: frozenset(notebook.skipped(source)) for name, source in read.items()}
    with economy(class_dir) as transaction:
        releases = {
            name: {lang: build.student_release(root, lang, name) for lang in notebook.LANGUAGES}
            for name in assignments
        }
        versions = {name: gradebook_version(source) for name, source in read.items()}
        mended = [n for n in assignments if gradebook.mended(class_dir, n, versions[n])]
        if mended and options.students:
            raise AssignmentChangedError(
                f"{', '.join(mended)} changed after submissions were graded: grade it without "
                "--student, so that everybody has the same tests"
            )
        _register(class_dir, transaction, {n: versions[n] for n in assignments if n not in mended})
        added = {n: regrade.added(class_dir, n, versions[n]) for n in assignments}
        with regrade.draft(class_dir) as draft:
            _register(draft.class_dir, draft.transaction, {n: versions[n] for n in mended})
            book = _Book(class_dir, transaction, draft, mended)
            waiting: deque[Submission] = deque()
            for student, assignment in handed_in:
                more = extensions.get(student)
                waiting.append(Submission(class_dir, student, assignment, more))
                waiting[-1].read(draft, releases[assignment], added[assignment], options.reading)
                waiting[-1].start(engine, skips[assignment], options.force)
                if len(waiting) >= AHEAD * engine.workers:
                    yield book.enter(waiting.popleft())
            while waiting:
                yield book.enter(waiting.popleft())
            found = book.differences()
            if not found or accept(found):
                for name in mended:
                    regrade.keep_added(class_dir, name, added[name])
                _register(class_dir, transaction, {n: versions[n] for n in mended})
                for each in book.held:
                    each.enter(transaction)


def _register(
    class_dir: Path, transaction: Transaction, versions: Mapping[str, NotebookNode]
) -> None:
    for assignment, version in versions.items():
        with transaction():
            gradebook.register(class_dir, assignment, version)


def _extensions(root: Path, class_dir: Path) -> dict[str, Extensions]:
    """The extensions of each student in the roster, where the class has one."""
    folder = ClassFolder(class_dir)
    students = roster.read(folder) if folder.roster.is_file() else []
    known = sources.assignments(root)
    if unknown := sorted({name for s in students for name in s.extensions} - {*known}):
        raise RosterError(
            f"{folder.roster}: an extension for {', '.join(unknown)}, of which there is "
            f"no source; there is {', '.join(known)}"
        )
    return {student.id: student.extensions for student in students}


class _Book:
    """The gradebook while a class is graded: some results go in at once, others are held."""

    def __init__(
        self, class_dir: Path, transaction: Transaction, draft: regrade.Draft, mended: list[str]
    ) -> None:
        self.class_dir, self.transaction = class_dir, transaction
        self.draft, self.mended = draft, mended
        self.held: list[Submission] = []
        self.tried: list[tuple[str, str]] = []
        self.changes: list[regrade.Change] = []

    def enter(self, each: Submission) -> Entry:
        """Record a result, or hold it when points change that nobody handed anything in for."""
        _, student, assignment = each.whose
        self.tried.append((student, assignment))
        if each.known or not (each.same or assignment in self.mended):
            return each.enter(self.transaction)
        entry = each.record(self.draft.class_dir, self.draft.transaction)
        tests = entry.graded.tests if entry.graded else ()
        change = regrade.change(self.class_dir, self.draft, student, assignment, tests)
        if change is None and assignment not in self.mended:
            return each.enter(self.transaction)
        self.held.append(each)
        self.changes += [change] if change and each.same else []
        return replace(entry, held=True)

    def differences(self) -> list[regrade.Change]:
        """Whose points differ when all that is held is written."""
        found = list(self.changes)
        for name in self.mended:
            there = [student for student, assignment in self.tried if assignment == name]
            found += regrade.left_behind(self.class_dir, self.draft, name, there)
        return found
