"""What several students handed in as one file, a group: it runs once, and counts for all.

A task is a pure function of what was handed in, so that its result is the same for each of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from grader.classroom import submission
from grader.classroom.folder import ClassFolder, Ref
from grader.collect import trace
from grader.collect.trace import Found
from grader.errors import SubmissionError, TableError
from grader.grading import job
from grader.grading.cluster import Engine
from grader.grading.exam import Exam
from grader.grading.job import Running, Task
from grader.notebooks.files import sha256


class Groups:
    """Hands tasks to the cluster, the one file of a group only once."""

    def __init__(self, folder: ClassFolder, refs: Iterable[Ref]) -> None:
        groups = _groups(folder)
        self._files: dict[Ref, str] = {}
        for ref in refs if groups else ():
            with suppress(SubmissionError, OSError):  # told when its turn comes
                file = sha256(submission.handed_in(folder, ref))
                if (ref, file) in groups:
                    self._files[ref] = file
        self._left = Counter((ref.assignment, file) for ref, file in self._files.items())
        self._running: dict[tuple[str, tuple[bytes, ...]], Running] = {}

    def submit(self, task: Task, engine: Engine, exam: Exam) -> Running:
        """Hand a task to the cluster, or wait with it for the one that is the same."""
        if task.ref not in self._files:
            return job.submit(task, engine, exam)
        same = task.ref.assignment, task.readings
        running = self._running.get(same) or job.submit(task, engine, exam)
        left = task.ref.assignment, self._files[task.ref]
        self._left[left] -= 1
        if self._left[left] > 0:
            self._running[same] = running
        else:  # nobody else has it: the cluster need not keep its result
            self._running.pop(same, None)
        return replace(running, task=task)


def _groups(folder: ClassFolder) -> set[tuple[Ref, str]]:
    """Whose file, by its hash, was collected as one file of several students."""
    of_each: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    log: list[Found] = []
    with suppress(TableError):  # a log that somebody changed costs time, and no grade
        log = trace.log(folder)
    for line in log:
        if line.student and line.sha256 and line.assignment:
            of_each[line.file, line.assignment, line.sha256].add(line.student)
    return {
        (Ref(student, assignment), sha256)
        for (_, assignment, sha256), students in of_each.items()
        if len(students) > 1
        for student in students
    }
