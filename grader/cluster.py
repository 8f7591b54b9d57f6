"""A whole class on a Dask cluster: graded anywhere, recorded in a fixed order by one writer."""

import fcntl
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

from grader import build, gradebook, notebook, results, review, roster, submission
from grader.economy import Transaction, economy
from grader.gradebook import RecordError
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
    """One submission that was entered into the gradebook, with a reason where it has no result."""

    student: str
    assignment: str
    graded: Graded | None
    reason: str = ""
    new: bool = True  # False: nothing has changed since it was recorded

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
    root: Path, class_dir: Path, assignments: list[str], options: Options
) -> Iterator[Entry]:
    """Grade what is new or changed below `class_dir/submitted` and enter it into the gradebook.

    Yields an entry for each submission, in the order of `submissions`. One that cannot be read or
    graded gets zeros with the reason and does not stop the rest. Who is in `roster.csv` has the
    extensions that stand there. Raises BusyError when the class is being graded already,
    RosterError, and NoSuchReadingError.
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
        for assignment, source in sources.items():
            with transaction():
                gradebook.register(class_dir, assignment, gradebook_version(source))
        window = AHEAD * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        waiting: deque[_Submission] = deque()
        for student, assignment in submissions(class_dir, assignments, options.students):
            waiting.append(_Submission(class_dir, student, assignment, extensions.get(student)))
            waiting[-1].read(releases[assignment], options.reading)
            waiting[-1].start(client, skips[assignment], setting, options.force)
            if len(waiting) >= window:
                yield waiting.popleft().enter(transaction)
        while waiting:
            yield waiting.popleft().enter(transaction)


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


class _Submission:
    """One submission on its way from the class folder to the gradebook."""

    def __init__(
        self, class_dir: Path, student: str, assignment: str, extensions: Extensions | None
    ) -> None:
        self.whose = class_dir, student, assignment
        self.extensions = extensions
        self.running: list[Future] = []
        self.known: Graded | None = None
        self.fault: Exception | None = None
        self.decided = ""

    def read(self, releases: Mapping[str, NotebookNode], reading: int | None) -> None:
        """Repair what was handed in; of several readings only the one that a person chose."""
        try:
            handed = submission.handed_in(*self.whose)
            self.repaired = repair(handed, releases)
            self.repaired, self.decided = review.choose(
                self.repaired, handed, reading, results.decided(*self.whose)
            )
            readings = self.repaired.readings
            self.tasks = [sanitise(*self.whose, each.notebook) for each in readings]
        except SubmissionError as error:
            self.fault = error

    def start(self, client: Client, skip: frozenset[str], setting: Setting, force: bool) -> None:
        if self.fault:
            return
        lateness = timestamp_of(*self.whose)
        if more := (self.extensions or {}).get(self.whose[2]):
            lateness += f" with {more.total_seconds():g} s more"
        whole = b"".join([*self.tasks, repr(self.repaired.repairs).encode("utf-8")])
        self.key = results.key(whole, skip, setting.limits, lateness)
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
        results.forget(*self.whose)
        try:
            graded = self._result()
            with transaction():
                self._extend()
                record(*self.whose, graded)
        except Exception as error:
            reason = str(error) or type(error).__name__
            with transaction():
                self._extend()
                unrecordable(*self.whose, reason)
            entry = Entry(student, assignment, None, reason)
        else:
            results.keep(*self.whose, self.key, graded, self.decided)
            entry = Entry(student, assignment, graded)
        finally:
            self.running = []  # lets the cluster forget the result
        _log(class_dir, entry)
        return entry

    def _extend(self) -> None:
        if self.extensions is not None:
            gradebook.extend(*self.whose, self.extensions.get(self.whose[2]))

    def _result(self) -> Graded:
        if self.fault:
            raise self.fault
        return review.settle(self.repaired, [future.result() for future in self.running])


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
