"""One submission, bytes in and bytes out: its cells run in a kernel, its test cells are judged."""

import time
from collections.abc import Collection
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grader.classroom.submission import writable
from grader.errors import GraderFault
from grader.grading.exam import Exam
from grader.grading.judge import Verdict, failed, judge
from grader.kernel.client import Interrupted, Kernel, KernelDied, KernelEnded
from grader.kernel.launcher import Launcher
from grader.limits import DEFAULTS, Limits
from grader.notebooks import notebook
from grader.notebooks.names import bound_names
from grader.outcome import Graded, TestOutcome
from nlplab.checks.check import handing
from nlplab.messages import say, spoken
from nlplab.outcomes import Crashed, NotRun

VMSTAT = Path("/proc/vmstat")
NOTHING = Exam()


def grade(
    submission: bytes, launcher: Launcher, exam: Exam = NOTHING, limits: Limits = DEFAULTS
) -> Graded:
    """Run and judge a sanitised submission in a kernel of `launcher`.

    Cells run in order in one kernel; a test cell is judged where it stands. When the kernel dies,
    the whole is tried once more, since that need not be the submission's doing; if it dies again,
    test cells from there on are marked as not run. Raises LauncherDied, and GraderFault when it
    died while this machine ran out of memory.
    """
    start, killed = time.monotonic(), _killed_for_memory()
    graded, died = _Run(submission, exam).through(launcher, limits)
    if died and not isinstance(died, KernelEnded):
        graded, died = _Run(submission, exam).through(launcher, limits)
    if died and not isinstance(died, KernelEnded) and _killed_for_memory() != killed:
        raise GraderFault("the kernel died while this machine ran out of memory")
    graded.seconds["total"] = round(time.monotonic() - start, 3)
    return graded


def _killed_for_memory() -> int:
    """How many processes this machine has killed for want of memory; 0 where it does not say."""
    try:
        counts = dict(line.split() for line in VMSTAT.read_text("ascii").splitlines())
    except OSError:
        return 0
    return int(counts.get("oom_kill", 0))


class _Run:
    """One attempt at a submission, and where its time went."""

    def __init__(self, submission: bytes, exam: Exam) -> None:
        self.nb = nbformat.reads(submission.decode(), as_version=4)
        self.lang = notebook.language(self.nb)
        self.exam = exam
        skipped = [c for c in notebook.code_cells(self.nb) if notebook.grade_id(c) in exam.skip]
        self.elsewhere = {name for cell in skipped for name in _bound(cell.source)}
        self.tests: list[TestOutcome] = []
        self.seconds = {"kernel": 0.0, "cells": 0.0, "tests": 0.0}

    def through(self, launcher: Launcher, limits: Limits) -> tuple[Graded, KernelDied | None]:
        """The outcome, and how the kernel died, if it did."""
        dead, died = None, None
        clock = time.monotonic()
        with spoken(self.lang), handing(self.exam.hidden), launcher.kernel(limits) as student:
            clock = self._spent("kernel", clock)
            for cell in notebook.code_cells(self.nb):
                is_test = notebook.is_test(cell) and not notebook.is_solution(cell)
                if notebook.grade_id(cell) in self.exam.skip or (dead and not is_test):
                    continue
                try:
                    if not is_test:
                        cell.outputs = student.run(cell.source)
                    elif not dead:
                        self._keep(cell, _judge(student, cell, self.exam, self.elsewhere, limits))
                except KernelDied as error:
                    died, cell.outputs = error, student.outputs
                    dead = NotRun("check.not_run", reason=say("check.kernel_died"))
                if is_test and dead:
                    self._keep(cell, failed(cell.metadata.nbgrader.grade_id, dead))
                clock = self._spent("tests" if is_test else "cells", clock)
        self._spent("kernel", clock)
        seconds = {step: round(spent, 3) for step, spent in self.seconds.items()}
        ran = writable(nbformat.writes(self.nb)).encode("utf-8")
        return Graded(ran, tuple(self.tests), seconds), died

    def _keep(self, cell: NotebookNode, verdict: Verdict) -> None:
        outcome, cell.outputs = verdict
        self.tests.append(outcome)

    def _spent(self, step: str, since: float) -> float:
        now = time.monotonic()
        self.seconds[step] += now - since
        return now


def _bound(code: str) -> set[str]:
    try:
        return bound_names(code)
    except (SyntaxError, ValueError):
        return set()


def _judge(
    student: Kernel, cell: NotebookNode, exam: Exam, elsewhere: Collection[str], limits: Limits
) -> Verdict:
    """Judge one test cell. Raises KernelDied.

    The outputs are what the student's code printed and showed, then those of the judge. Whatever
    else comes from the kernel, such as a forged result, counts for nothing and is dropped.
    """
    grade_id = cell.metadata.nbgrader.grade_id
    student.begin()
    try:
        outcome, outputs = judge(grade_id, cell.source, student.ask, exam.given(), elsewhere)
    except Interrupted:
        late = Crashed("check.timeout", seconds=f"{limits.cell:g}")
        outcome, outputs = failed(grade_id, late)
    shown = [o for o in student.outputs if o.output_type in ("stream", "display_data")]
    return outcome, shown + outputs
