"""One submission of a class, from what was handed in to the gradebook."""

import json
from collections import Counter
from collections.abc import Mapping, Set
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from distributed import Future
from nbformat import NotebookNode

from grader.classroom import results, submission
from grader.classroom.folder import ClassFolder, Ref
from grader.errors import SubmissionError
from grader.gradebook import book as gradebook
from grader.gradebook import deadlines
from grader.gradebook.record import record, timestamp_of, unrecordable
from grader.gradebook.sanitise import sanitise
from grader.gradebook.session import Transaction
from grader.grading import readings, regrade
from grader.grading.cluster import Engine
from grader.grading.worker import work
from grader.notebooks import files
from grader.outcome import Graded
from grader.repair import repair

Extensions = Mapping[str, timedelta]  # of one student, by assignment


@dataclass(frozen=True)
class Entry:
    """One submission that was graded for the gradebook, with a reason where it has no result.

    Its notebook is below autograded/, and not kept here.
    """

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


class Submission:
    """One submission on its way from the class folder to the gradebook."""

    def __init__(
        self, class_dir: Path, student: str, assignment: str, extensions: Extensions | None
    ) -> None:
        self.whose = class_dir, student, assignment
        self.of = ClassFolder(class_dir), Ref(student, assignment)
        self.extensions = extensions
        self.running: list[Future] = []
        self.known: Graded | None = None
        self.outcome: Graded | Exception | None = None
        self.decided = self.submitted = ""
        self.same = False  # the file that was graded before, and nobody decided anything about it

    def read(
        self,
        draft: regrade.Draft,
        releases: Mapping[str, NotebookNode],
        added: Set[str],
        reading: int | None,
    ) -> None:
        """Repair what was handed in; of several readings only the one that a person chose."""
        _, student, assignment = self.whose
        self.lateness = timestamp_of(*self.whose)
        if when := deadlines.read(self.whose[0], assignment):
            self.lateness += f" due {when.timestamp():.0f}"
        if more := (self.extensions or {}).get(assignment):
            self.lateness += f" with {more.total_seconds():g} s more"
        try:
            handed = submission.handed_in(*self.of)
            self.submitted = files.sha256(handed + self.lateness.encode())
            self.same = reading is None and results.is_of(*self.of, self.submitted)
            self.repaired = repair(handed, releases, added)
            self.repaired, self.decided = readings.choose(
                self.repaired, handed, reading, results.decided(*self.of)
            )
            self.tasks = [
                sanitise(draft.class_dir, student, assignment, each.notebook)
                for each in self.repaired.readings
            ]
        except SubmissionError as error:
            self.outcome = error

    def start(self, engine: Engine, skip: frozenset[str], force: bool) -> None:
        if self.outcome:
            return
        whole = b"".join([*self.tasks, repr(self.repaired.repairs).encode("utf-8")])
        self.key = results.key(whole, skip, engine.setting.limits, self.lateness)
        if not force and gradebook.has(*self.whose):
            self.known = results.kept(*self.of, self.key)
        if self.known is None:
            self.running = [
                engine.client.submit(work, task, skip, engine.setting, pure=False)
                for task in self.tasks
            ]

    def enter(self, transaction: Transaction) -> Entry:
        """Wait for the result and record it; whatever is wrong with it, the others go on.

        Raises GradebookError when not even a reason can be recorded, such as on a full disk.
        """
        class_dir, student, assignment = self.whose
        if self.known:
            return Entry(student, assignment, self.known, new=False)
        self._wait()  # before forgetting, so that nothing is forgotten for nothing
        results.forget(*self.of)
        entry = self.record(class_dir, transaction)
        if entry.graded:
            results.keep(*self.of, self.key, entry.graded, self.decided, self.submitted)
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
            return Entry(student, assignment, replace(self.outcome, notebook=b""))
        except Exception as error:
            reason = str(error) or type(error).__name__
            with transaction():
                self._extend(class_dir)
                unrecordable(class_dir, student, assignment, reason)
            return Entry(student, assignment, None, reason)

    def _wait(self) -> None:
        if self.outcome is None:
            try:
                graded = [future.result() for future in self.running]
                self.outcome = readings.settle(self.repaired, graded)
            except CancelledError:
                raise  # the engine's trouble, not the student's
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
