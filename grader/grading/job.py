"""One submission's way to a result, as values: read, submit, settle.

    read → Task | Refused    submit → Running    settle → Graded

What a submission did itself makes it Refused, or costs it points in what is Graded. Whatever else
goes wrong in a step is an exception, and a Fault for who has it done by `attempt`: no answer is to
blame for it, and no grade comes of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ParamSpec, TypeVar

from nbformat import NotebookNode

from grader.classroom import results, submission
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.submission import brief
from grader.errors import EngineLost, NoSuchReadingError, SubmissionError, WorkerLost
from grader.gradebook import scores
from grader.gradebook.record import timestamp_of
from grader.gradebook.session import Book
from grader.grading import readings
from grader.grading.bounded import Bounds, bounded
from grader.grading.cluster import Engine, Work
from grader.grading.exam import Exam
from grader.grading.helper import Helper
from grader.grading.options import Options
from grader.grading.prepared import prepared
from grader.grading.worker import work
from grader.notebooks.files import sha256
from grader.outcome import Graded, Message, Repair
from grader.repair import Reading, Repaired

# What reading one submission may take: seconds of processor time, seconds by the clock, and MiB.
READING = Bounds(computing=30, clock=120, memory=1024)
Step = ParamSpec("Step")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Assignment:
    """What grading needs to know of an assignment.

    `releases` are what was sent out, by language, `version` what is graded, `checks` a short name
    of its tests as they are now, `added` the tests that came after the hand-out. `mended`:
    submissions are recorded under another version.
    """

    name: str
    releases: Mapping[str, NotebookNode]
    version: NotebookNode
    exam: Exam
    checks: str
    added: frozenset[str]
    due: datetime | None
    mended: bool


@dataclass(frozen=True)
class Task:
    """A submission that is ready to run: each of its readings as bytes.

    `key` is what its result is kept under, `submitted` a hash of what the student contributed.
    `same`: the file was graded before, and nobody decides anything about it now.
    """

    ref: Ref
    repaired: Repaired
    readings: tuple[bytes, ...]
    key: str
    submitted: str
    decided: str
    same: bool


@dataclass(frozen=True)
class Refused:
    """A submission that cannot be graded as it is, and why."""

    ref: Ref
    reason: Message


@dataclass(frozen=True)
class Fault:
    """Why there is no result, through no fault of the submission."""

    ref: Ref
    cause: str


@dataclass(frozen=True)
class Running:
    """A task on its way, with the work on each of its readings."""

    task: Task
    works: tuple[Work, ...]


def attempt(
    ref: Ref, step: Callable[Step, Result], *args: Step.args, **named: Step.kwargs
) -> Result | Fault:
    """What a step of a submission's way gives, or what went wrong, in a line.

    Raises what stops all the others too: NoSuchReadingError and EngineLost.
    """
    try:
        return step(*args, **named)
    except (NoSuchReadingError, EngineLost):
        raise
    except Exception as error:
        cause = getattr(error, "orig", None) or error  # in the database's words, not SQLAlchemy's
        return Fault(ref, f"{type(cause).__name__}: {brief(cause)}")


def read(
    folder: ClassFolder,
    tried: Book,
    ref: Ref,
    assignment: Assignment,
    options: Options,
    more: timedelta | None,
    helper: Helper | None = None,
) -> Task | Refused:
    """Repair what was handed in; of several readings take only the one that a person chose.

    `tried` is a gradebook that knows the version that is graded, `more` the student's extension,
    `helper` what forks for this process where it has several threads. Raises NoSuchReadingError.
    """
    try:
        return _task(folder, tried, ref, assignment, options, more, helper)
    except SubmissionError as error:
        return Refused(ref, Message(error.key, error.values))


def known(book: Book, task: Task) -> Graded | None:
    """The result that is recorded already, without its notebook."""
    return results.kept(book.folder, task.ref, task.key) if scores.has(book, task.ref) else None


def submit(task: Task, engine: Engine, exam: Exam) -> Running:
    """Hand a task to the engine."""
    works = (engine.submit(work, reading, exam, engine.setting) for reading in task.readings)
    return Running(task, tuple(works))


def settle(running: Running, engine: Engine, exam: Exam) -> Graded:
    """Wait for the result. Raises what the work did, and EngineLost.

    What is lost with whoever worked on it is tried once more: whoever is to blame for the loss is
    out of the way by then, or this is it.
    """
    try:
        graded = _results(running)
    except WorkerLost:
        graded = _results(submit(running.task, engine, exam))
    return readings.settle(running.task.repaired, graded)


def _results(running: Running) -> list[Graded]:
    return [work.result() for work in running.works]


def _task(
    folder: ClassFolder,
    tried: Book,
    ref: Ref,
    assignment: Assignment,
    options: Options,
    more: timedelta | None,
    helper: Helper | None,
) -> Task:
    lateness = timestamp_of(folder, ref)
    if assignment.due:
        lateness += f" due {assignment.due.timestamp():.0f}"
    if more:
        lateness += f" with {more.total_seconds():g} s more"
    handed = submission.handed_in(folder, ref)
    submitted = sha256(handed + lateness.encode())
    of = (handed, assignment.releases, assignment.added)
    chosen = (options.reading, results.decided(folder, ref))
    within = helper.bounded if helper else bounded
    found = within(READING, prepared, tried.folder, ref, *of, *chosen)
    cells = tuple(cell.encode() for cell in found["cells"])
    repaired = Repaired(
        tuple(
            Reading(text.encode(), tuple(Message(*part) for part in said))
            for text, said in found["readings"]
        ),
        tuple(Repair(key, values) for key, values in found["repairs"]),
    )
    whole = b"".join([*cells, repr(repaired.repairs).encode("utf-8")])
    return Task(
        ref,
        repaired,
        cells,
        results.key(whole, assignment.exam.text, options.limits, lateness, ref.assignment),
        submitted,
        found["decided"],
        options.reading is None and results.is_of(folder, ref, submitted),
    )
