"""A whole class on a Dask cluster: graded anywhere, recorded in a fixed order by one writer."""

import fcntl
import hashlib
import json
import logging
import os
import shutil
import tempfile
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from distributed import Client, Future, LocalCluster
from nbformat import NotebookNode

from grader import build, changes, gradebook, notebook, results, review, roster, submission
from grader.economy import Transaction, economy
from grader.gradebook import AssignmentChangedError, RecordError
from grader.limits import DEFAULTS, Limits
from grader.names import modules
from grader.outcome import Graded
from grader.record import record, timestamp_of, unrecordable
from grader.release import gradebook_version
from grader.repair import repair
from grader.sanitise import sanitise
from grader.submission import SubmissionError
from grader.warm import WarmProcess
from grader.worker import Setting, work

Extensions = Mapping[str, timedelta]  # of one student, by assignment
AHEAD = 8  # submissions in flight for each worker, so that a slow one does not stop the others


class BusyError(RecordError):
    """Somebody else is grading this class."""


@dataclass(frozen=True)
class Options:
    """How to grade: where, what, and within which limits."""

    limits: Limits = DEFAULTS
    sealed: bool = True
    scheduler: str | None = None
    workers: int | None = None
    students: frozenset[str] = frozenset()  # empty: all of them
    force: bool = False
    reading: int | None = None  # which one counts where a submission can be read in several ways


@dataclass(frozen=True)
class Entry:
    """One submission that was graded for the gradebook, with a reason where it has no result."""

    student: str
    assignment: str
    graded: Graded | None
    reason: str = ""
    new: bool = True  # False: nothing has changed since it was recorded
    held: bool = False  # True: not recorded before the changes are accepted

    def summary(self) -> str:
        """What its test cells said in one line: how many of each outcome, and the mistakes."""
        if self.graded is None:
            return self.reason
        counts = Counter(test.outcome for test in self.graded.tests)
        told_why = ("wrong", "crashed")
        keys = sorted({t.key for t in self.graded.tests if t.outcome in told_why and t.key})
        told = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counts.items())
        told += f": {', '.join(keys)}" if keys else ""
        repairs = [repair.key.removeprefix("repair.") for repair in self.graded.repairs]
        told += f"; repaired: {', '.join(repairs)}" if repairs else ""
        return told + ("; to review" if self.graded.review else "")


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
    releases = {
        name: {lang: build.student_release(root, lang, name) for lang in notebook.LANGUAGES}
        for name in assignments
    }
    with (
        _alone(class_dir),
        _scratch(class_dir),
        economy(class_dir) as transaction,
        _engine(options, imports) as (client, setting),
    ):
        versions = {name: gradebook_version(source) for name, source in sources.items()}
        mended = [n for n in assignments if gradebook.mended(class_dir, n, versions[n])]
        if mended and options.students:
            raise AssignmentChangedError(
                f"{', '.join(mended)} changed after submissions were graded: grade it without "
                "--student, so that everybody has the same tests"
            )
        _register(class_dir, transaction, {n: versions[n] for n in assignments if n not in mended})
        window = AHEAD * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        with changes.draft(class_dir) as draft:
            _register(draft.class_dir, draft.transaction, {n: versions[n] for n in mended})
            book = _Book(class_dir, transaction, draft, mended)
            waiting: deque[_Submission] = deque()
            for student, assignment in submissions(class_dir, assignments, options.students):
                more = extensions.get(student)
                waiting.append(_Submission(class_dir, student, assignment, more))
                waiting[-1].read(draft, releases[assignment], options.reading)
                waiting[-1].start(client, skips[assignment], setting, options.force)
                if len(waiting) >= window:
                    yield book.enter(waiting.popleft())
            while waiting:
                yield book.enter(waiting.popleft())
            found = book.differences()
            if not found or accept(found):
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
        self.held: list[_Submission] = []
        self.tried: list[tuple[str, str]] = []
        self.changes: list[changes.Change] = []

    def enter(self, each: "_Submission") -> Entry:
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


class _Submission:
    """One submission on its way from the class folder to the gradebook."""

    def __init__(
        self, class_dir: Path, student: str, assignment: str, extensions: Extensions | None
    ) -> None:
        self.whose = class_dir, student, assignment
        self.extensions = extensions
        self.running: list[Future] = []
        self.known: Graded | None = None
        self.outcome: Graded | Exception | None = None
        self.decided = self.submitted = ""
        self.same = False  # the file that was graded before, and nobody decided anything about it

    def read(
        self, draft: changes.Draft, releases: Mapping[str, NotebookNode], reading: int | None
    ) -> None:
        """Repair what was handed in; of several readings only the one that a person chose."""
        _, student, assignment = self.whose
        self.lateness = timestamp_of(*self.whose)
        if more := (self.extensions or {}).get(assignment):
            self.lateness += f" with {more.total_seconds():g} s more"
        try:
            handed = submission.handed_in(*self.whose)
            self.submitted = hashlib.sha256(handed + self.lateness.encode()).hexdigest()
            self.same = reading is None and results.is_of(*self.whose, self.submitted)
            self.repaired = repair(handed, releases)
            self.repaired, self.decided = review.choose(
                self.repaired, handed, reading, results.decided(*self.whose)
            )
            readings = self.repaired.readings
            self.tasks = [
                sanitise(draft.class_dir, student, assignment, each.notebook) for each in readings
            ]
        except SubmissionError as error:
            self.outcome = error

    def start(self, client: Client, skip: frozenset[str], setting: Setting, force: bool) -> None:
        if self.outcome:
            return
        whole = b"".join([*self.tasks, repr(self.repaired.repairs).encode("utf-8")])
        self.key = results.key(whole, skip, setting.limits, self.lateness)
        if not force and gradebook.has(*self.whose):
            self.known = results.kept(*self.whose, self.key)
        if self.known is None:
            self.running = [
                client.submit(work, task, skip, setting, pure=False) for task in self.tasks
            ]

    def enter(self, transaction: Transaction) -> Entry:
        """Wait for the result and record it; whatever is wrong with it, the others go on.

        Raises RecordError when not even a reason can be recorded, such as on a full disk.
        """
        class_dir, student, assignment = self.whose
        if self.known:
            return Entry(student, assignment, self.known, new=False)
        self._wait()  # before forgetting, so that nothing is forgotten for nothing
        results.forget(*self.whose)
        entry = self.record(class_dir, transaction)
        if entry.graded:
            results.keep(*self.whose, self.key, entry.graded, self.decided, self.submitted)
        _log(class_dir, entry)
        return entry

    def record(self, class_dir: Path, transaction: Transaction) -> Entry:
        """Wait for the result and record it in this class folder, with a reason if it has none."""
        _, student, assignment = self.whose
        self._wait()
        try:
            if not isinstance(self.outcome, Graded):
                raise self.outcome
            with transaction():
                self._extend(class_dir)
                record(class_dir, student, assignment, self.outcome)
            return Entry(student, assignment, self.outcome)
        except Exception as error:
            reason = str(error) or type(error).__name__
            with transaction():
                self._extend(class_dir)
                unrecordable(class_dir, student, assignment, reason)
            return Entry(student, assignment, None, reason)

    def _wait(self) -> None:
        if self.outcome is None:
            try:
                readings = [future.result() for future in self.running]
                self.outcome = review.settle(self.repaired, readings)
            except Exception as error:
                self.outcome = error
            self.running = []  # lets the cluster forget the result

    def _extend(self, class_dir: Path) -> None:
        if self.extensions is not None:
            _, student, assignment = self.whose
            gradebook.extend(class_dir, student, assignment, self.extensions.get(assignment))


def _log(class_dir: Path, entry: Entry) -> None:
    """One line for each submission: who, what, and the seconds of each step."""
    line = {
        "time": datetime.now().astimezone().isoformat(timespec="seconds"),
        "student": entry.student,
        "assignment": entry.assignment,
        "said": entry.summary(),
        "seconds": entry.graded.seconds if entry.graded else {},
    }
    with (class_dir / "grading.log").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


@contextmanager
def _alone(class_dir: Path) -> Iterator[None]:
    """Hold the class for oneself, as long as this process lives. Raises BusyError."""
    class_dir.mkdir(parents=True, exist_ok=True)
    with (class_dir / ".grading").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(f"{class_dir} is being graded already: wait for that") from None
        yield


@contextmanager
def _scratch(class_dir: Path) -> Iterator[None]:
    """Have temporary files of this process, and of those it starts, in a folder of the class.

    So that what a killed grading left behind is known, and goes away here.
    """
    folder = (class_dir / ".scratch").resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(folder)
    tempfile.tempdir = None  # ask the environment anew
    try:
        yield
    finally:
        os.environ.pop("TMPDIR")
        os.environ |= {"TMPDIR": before} if before else {}
        tempfile.tempdir = None
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _engine(options: Options, imports: tuple[str, ...]) -> Iterator[tuple[Client, Setting]]:
    """The cluster that is named, or one of this machine's cores for the time being."""
    logging.getLogger("distributed").setLevel(logging.ERROR)
    setting = Setting(options.limits, options.sealed, imports)
    if options.scheduler:
        with Client(options.scheduler, timeout=10) as client:
            yield client, setting
        return
    workers = options.workers or len(os.sched_getaffinity(0))
    with (
        WarmProcess(sealed=options.sealed, imports=imports) as warm,
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address=None,
            memory_limit=0,
            local_directory=tempfile.gettempdir(),
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client, replace(setting, warm=warm.place)
