"""A whole class on a Dask cluster: graded anywhere, recorded in a fixed order by one writer."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from nbformat import NotebookNode

from grader import build, changes, gradebook, notebook, roster
from grader.economy import Transaction, economy
from grader.engine import Options, engine
from grader.entry import Entry, Extensions, Submission
from grader.gradebook import AssignmentChangedError
from grader.names import modules
from grader.release import gradebook_version
from grader.workplace import alone, scratch

AHEAD = 8  # submissions in flight for each worker, so that a slow one does not stop the others


def submissions(
    class_dir: Path, assignments: list[str], students: frozenset[str] = frozenset()
) -> list[tuple[str, str]]:
    """Who handed in what, sorted: `(student, assignment)` of these assignments.

    `students` narrows it down to these; empty, it is everybody.
    """
    folders = sorted((class_dir / "submitted").glob("*/*"))
    found = [(folder.parent.name, folder.name) for folder in folders if folder.is_dir()]
    return [
        (student, name)
        for student, name in found
        if name in assignments and (not students or student in students)
    ]


def unknown(class_dir: Path, assignments: list[str]) -> list[str]:
    """Folders below `submitted/` that are none of these assignments."""
    found = sorted((class_dir / "submitted").glob("*/*"))
    return [str(path) for path in found if path.is_dir() and path.name not in assignments]


def grade_class(
    root: Path,
    class_dir: Path,
    assignments: list[str],
    options: Options,
    accept: changes.Accept = lambda _: True,
) -> Iterator[Entry]:
    """Grade what is new or changed below `class_dir/submitted` and enter it into the gradebook.

    Yields an entry for each submission, in the order of `submissions`. One that cannot be read or
    graded gets zeros with the reason and does not stop the rest. Who is in `roster.csv` has the
    extensions that stand there.

    Where not the submission but the assignment, a limit or the grader has changed, the points may
    too: those submissions are held, as is all of an assignment whose tests have changed. In the
    end `accept` is shown whose points would differ, and they are written, or else left as they are.

    Raises BusyError when the class is being graded already, RosterError, NoSuchReadingError, and
    AssignmentChangedError when going on would lose something, or leave students with other tests.
    """
    extensions = _extensions(root, class_dir)
    sources = {name: build.source(root, name) for name in assignments}
    cells = [cell for source in sources.values() for cell in notebook.code_cells(source)]
    imports = modules(cell.source for cell in cells)
    skips = {name: frozenset(notebook.skipped(source)) for name, source in sources.items()}
    with (
        alone(class_dir),
        scratch(class_dir),
        economy(class_dir) as transaction,
        engine(options, imports) as running,
    ):
        releases = {
            name: {lang: build.student_release(root, lang, name) for lang in notebook.LANGUAGES}
            for name in assignments
        }
        versions = {name: gradebook_version(source) for name, source in sources.items()}
        mended = [n for n in assignments if gradebook.mended(class_dir, n, versions[n])]
        if mended and options.students:
            raise AssignmentChangedError(
                f"{', '.join(mended)} changed after submissions were graded: grade it without "
                "--student, so that everybody has the same tests"
            )
        _register(class_dir, transaction, {n: versions[n] for n in assignments if n not in mended})
        added = {n: changes.added(class_dir, n, versions[n]) for n in assignments}
        with changes.draft(class_dir) as draft:
            _register(draft.class_dir, draft.transaction, {n: versions[n] for n in mended})
            book = _Book(class_dir, transaction, draft, mended)
            waiting: deque[Submission] = deque()
            for student, assignment in submissions(class_dir, assignments, options.students):
                more = extensions.get(student)
                waiting.append(Submission(class_dir, student, assignment, more))
                waiting[-1].read(draft, releases[assignment], added[assignment], options.reading)
                waiting[-1].start(running, skips[assignment], options.force)
                if len(waiting) >= AHEAD * running.workers:
                    yield book.enter(waiting.popleft())
            while waiting:
                yield book.enter(waiting.popleft())
            found = book.differences()
            if not found or accept(found):
                for name in mended:
                    changes.keep_added(class_dir, name, added[name])
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
    students = roster.read(class_dir) if roster.path(class_dir).is_file() else []
    known = notebook.assignments(root)
    if unknown := sorted({name for s in students for name in s.extensions} - {*known}):
        raise roster.RosterError(
            f"{roster.path(class_dir)}: an extension for {', '.join(unknown)}, of which there is "
            f"no source; there is {', '.join(known)}"
        )
    return {student.id: student.extensions for student in students}


class _Book:
    """The gradebook while a class is graded: some results go in at once, others are held."""

    def __init__(
        self, class_dir: Path, transaction: Transaction, draft: changes.Draft, mended: list[str]
    ) -> None:
        self.class_dir, self.transaction = class_dir, transaction
        self.draft, self.mended = draft, mended
        self.held: list[Submission] = []
        self.tried: list[tuple[str, str]] = []
        self.changes: list[changes.Change] = []

    def enter(self, each: Submission) -> Entry:
        """Record a result, or hold it when points change that nobody handed anything in for."""
        _, student, assignment = each.whose
        self.tried.append((student, assignment))
        if each.known or not (each.same or assignment in self.mended):
            return each.enter(self.transaction)
        entry = each.record(self.draft.class_dir, self.draft.transaction)
        tests = entry.graded.tests if entry.graded else ()
        change = changes.change(self.class_dir, self.draft, student, assignment, tests)
        if change is None and assignment not in self.mended:
            return each.enter(self.transaction)
        self.held.append(each)
        self.changes += [change] if change and each.same else []
        return replace(entry, held=True)

    def differences(self) -> list[changes.Change]:
        """Whose points differ when all that is held is written."""
        found = list(self.changes)
        for name in self.mended:
            there = [student for student, assignment in self.tried if assignment == name]
            found += changes.left_behind(self.class_dir, self.draft, name, there)
        return found
