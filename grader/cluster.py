"""A whole class: every submission graded, recorded in a fixed order by one writer."""

import importlib
import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader import build, gradebook, notebook
from grader.grade import grade
from grader.gradebook import RecordError
from grader.outcome import Graded
from grader.record import record, unrecordable
from grader.release import gradebook_version
from grader.sanitise import SubmissionError, sanitise


@dataclass(frozen=True)
class Entry:
    """One submission that was entered into the gradebook, with a reason where it has no result."""

    student: str
    assignment: str
    graded: Graded | None
    reason: str = ""

    def summary(self) -> str:
        """What its test cells said in one line: how many of each outcome, and the mistakes."""
        if self.graded is None:
            return self.reason
        counts = Counter(test.outcome for test in self.graded.tests)
        told_why = ("wrong", "crashed")
        keys = sorted({t.key for t in self.graded.tests if t.outcome in told_why and t.key})
        told = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counts.items())
        return told + (f": {', '.join(keys)}" if keys else "")


def submissions(class_dir: Path, assignments: list[str]) -> list[tuple[str, str]]:
    """Who handed in what, sorted: `(student, assignment)` of these assignments."""
    folders = sorted((class_dir / "submitted").glob("*/*"))
    found = [(folder.parent.name, folder.name) for folder in folders if folder.is_dir()]
    return [(student, name) for student, name in found if name in assignments]


def unknown(class_dir: Path, assignments: list[str]) -> list[str]:
    """Folders below `submitted/` that are none of these assignments."""
    found = sorted((class_dir / "submitted").glob("*/*"))
    return [str(path) for path in found if path.is_dir() and path.name not in assignments]


def grade_class(
    root: Path,
    class_dir: Path,
    assignments: list[str],
    *,
    python: str = sys.executable,
    timeout: float = 60,
    workers: int | None = None,
) -> Iterator[Entry]:
    """Grade everything below `class_dir/submitted` and enter it into the gradebook.

    Yields an entry as each is recorded, in the order of `submissions`. A submission that cannot be
    read or graded gets zeros with the reason and does not stop the rest.
    """
    skips = {}
    for assignment in assignments:
        source = build.source(root, assignment)
        skips[assignment] = frozenset(notebook.skipped(source))
        gradebook.register(class_dir, assignment, gradebook_version(source))

    with _pool(workers) as pool:
        waiting = []
        for student, assignment in submissions(class_dir, assignments):
            options = {"skip": skips[assignment], "python": python, "timeout": timeout}
            waiting.append(_Submission(class_dir, student, assignment, options))
            waiting[-1].start(pool)
        for submission in waiting:
            yield submission.enter()


class _Submission:
    """One submission on its way from the class folder to the gradebook."""

    def __init__(
        self, class_dir: Path, student: str, assignment: str, options: dict[str, Any]
    ) -> None:
        self.whose = class_dir, student, assignment
        self.options = options
        self.running: Future[Graded] = Future()

    def start(self, pool: ProcessPoolExecutor) -> None:
        try:
            task = sanitise(*self.whose)
        except SubmissionError as error:
            self.running.set_exception(error)
        else:
            self.running = pool.submit(grade, task, **self.options)

    def enter(self) -> Entry:
        """Wait for the result and record it; whatever goes wrong here, the others go on."""
        _, student, assignment = self.whose
        try:
            graded = self._result()
            record(*self.whose, graded)
        except Exception as error:
            reason = str(error) or type(error).__name__
            with suppress(RecordError):
                unrecordable(*self.whose, reason)
            return Entry(student, assignment, None, reason)
        return Entry(student, assignment, graded)

    def _result(self) -> Graded:
        try:
            return self.running.result()
        except BrokenProcessPool:  # perhaps another submission's doing: once more, alone
            with _pool(1) as alone:
                self.start(alone)
                return self.running.result()


def _pool(workers: int | None) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")
    count = workers or len(os.sched_getaffinity(0))
    return ProcessPoolExecutor(count, mp_context=spawn, initializer=_warm)


def _warm() -> None:
    """Import what test cells import, so that no student's time limit pays for it."""
    for name in ("torch", "pandas", "tokenizers", "safetensors.numpy"):
        importlib.import_module(name)
