"""A whole class: every submission graded, recorded in a fixed order by one writer."""

import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from grader import build, gradebook, notebook
from grader.grade import grade
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
        keys = sorted({test.key for test in self.graded.tests if test.outcome == "wrong"} - {None})
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

    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers or os.cpu_count(), mp_context=spawn) as pool:
        waiting: list[tuple[str, str, Future[Graded] | str]] = []
        for student, assignment in submissions(class_dir, assignments):
            try:
                task = sanitise(class_dir, student, assignment)
            except SubmissionError as error:
                waiting.append((student, assignment, str(error)))
                continue
            options = {"skip": skips[assignment], "python": python, "timeout": timeout}
            waiting.append((student, assignment, pool.submit(grade, task, **options)))
        for student, assignment, result in waiting:
            yield _enter(class_dir, student, assignment, result)


def _enter(class_dir: Path, student: str, assignment: str, result: Future[Graded] | str) -> Entry:
    try:
        if isinstance(result, str):
            raise SubmissionError(result)
        graded = result.result()
        record(class_dir, student, assignment, graded)
    except Exception as error:  # whatever one submission does, the others get their grades
        reason = f"{error}" or type(error).__name__
        unrecordable(class_dir, student, assignment, reason)
        return Entry(student, assignment, None, reason)
    return Entry(student, assignment, graded)
