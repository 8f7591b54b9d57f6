"""One submission, bytes in and bytes out: its cells run in a kernel, its test cells are judged."""

import sys
import time
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from packaging.version import Version

from grader.classroom.submission import writable
from grader.errors import GraderFault
from grader.grading.bounded import allow
from grader.grading.exam import Exam
from grader.grading.judge import Verdict, failed, judge
from grader.kernel.client import (
    BranchLost,
    Interrupted,
    KeeperVanished,
    Kernel,
    KernelDied,
    KernelEnded,
)
from grader.kernel.launcher import Launcher
from grader.limits import DEFAULTS, Limits
from grader.notebooks import notebook
from grader.notebooks.names import bound_names
from grader.outcome import NEWER, Graded, TestOutcome
from nlplab.checks.check import handing
from nlplab.messages import say, spoken
from nlplab.outcomes import Crashed, NotRun, Outcome

VMSTAT = Path("/proc/vmstat")
NOTHING = Exam()
TEXT = 200  # characters of what an error says
WRITING = 30  # seconds of processor time that writing the notebook may take


def grade(
    submission: bytes, launcher: Launcher, exam: Exam = NOTHING, limits: Limits = DEFAULTS
) -> Graded:
    """Run and judge a sanitised submission in a kernel of `launcher`.

    Cells run in order in one kernel; the tests of an exercise are judged where they stand, by a
    copy of the kernel. When the kernel dies, test cells from there on are marked as not run; it
    is no second try for a submission that has seen a test fail. Only where the kernel's keeper
    vanished, which is ours, the whole is tried once more; without a sandbox a submission may have
    ended that too.
    Raises LauncherDied, and GraderFault when the kernel died while this machine ran out of memory.
    """
    start, killed = time.monotonic(), _killed_for_memory(launcher)
    graded, died = _Run(submission, exam).through(launcher, limits)
    if isinstance(died, KeeperVanished):
        graded, died = _Run(submission, exam).through(launcher, limits)
    if died and not isinstance(died, KernelEnded) and _killed_for_memory(launcher) != killed:
        raise GraderFault("the kernel died while this machine ran out of memory")
    graded.seconds["total"] = round(time.monotonic() - start, 3)
    return graded


def not_run(submission: bytes, limit: str) -> Graded:
    """A submission that was to be judged and took more than a limit: none of its tests ran."""
    run = _Run(submission, NOTHING)
    with spoken(run.lang):
        why = NotRun("check.not_run", reason=say("check.beyond_limit", limit=limit))
        for cell in notebook.code_cells(run.nb):
            if notebook.is_test(cell):
                run.keep(cell, failed(cell.metadata.nbgrader.grade_id, why))
    return run.graded()


def _killed_for_memory(launcher: Launcher) -> int:
    """How many processes this machine has killed for want of memory; 0 where it does not say.

    Submissions that took more than they may are none of them.
    """
    try:
        counts = dict(line.split() for line in VMSTAT.read_text("ascii").splitlines())
    except OSError:
        return 0
    return int(counts.get("oom_kill", 0)) - launcher.killed()


class _Run:
    """One attempt at a submission, and where its time went."""

    def __init__(self, submission: bytes, exam: Exam) -> None:
        self.nb = nbformat.reads(submission.decode(), as_version=4)
        self.lang = notebook.language(self.nb)
        self.exam = exam
        skipped = [c for c in notebook.code_cells(self.nb) if notebook.grade_id(c) in exam.skip]
        self.elsewhere = {name for cell in skipped for name in _bound(cell.source)}
        self.tests: list[TestOutcome] = []
        self.branched = ""  # the exercise whose checks a copy of the kernel makes
        self.in_place = False  # whether a check ran in the kernel itself, which may remember it
        self.stopped: dict[str, Outcome] = {}  # by exercise: what its cell ended in
        self.seconds = {"kernel": 0.0, "cells": 0.0, "tests": 0.0}

    def through(self, launcher: Launcher, limits: Limits) -> tuple[Graded, KernelDied | None]:
        """The outcome, and how the kernel died, if it did."""
        dead, died = None, None
        clock = time.monotonic()
        with spoken(self.lang), handing(self.exam.hidden), launcher.kernel(limits) as student:
            clock = self._spent("kernel", clock)
            for cell in notebook.code_cells(self.nb):
                is_test = notebook.is_test(cell)
                if notebook.grade_id(cell) in self.exam.skip or (dead and not is_test):
                    continue
                try:
                    if not is_test:
                        self._leave(student)
                        self._take(cell, student.run(cell.source))
                    elif not dead:
                        self.keep(cell, self._judge(student, cell, limits))
                except KernelDied as error:
                    ours = not isinstance(error, KernelEnded) and student.keeper_vanished()
                    died = KeeperVanished(str(error)) if ours else error
                    cell.outputs = student.outputs
                    dead = NotRun("check.not_run", reason=say("check.kernel_died"))
                if is_test and dead:
                    self.keep(cell, failed(cell.metadata.nbgrader.grade_id, dead))
                clock = self._spent("tests" if is_test else "cells", clock)
        self._spent("kernel", clock)
        return self.graded(), died

    def graded(self) -> Graded:
        """The notebook as it is now, and what became of its tests."""
        allow(WRITING)
        seconds = {step: round(spent, 3) for step, spent in self.seconds.items()}
        ran = writable(nbformat.writes(self.nb)).encode("utf-8")
        return Graded(ran, tuple(self.tests), seconds)

    def _take(self, cell: NotebookNode, outputs: list[NotebookNode]) -> None:
        """Keep what a cell put out, and of an answer's the error that it ended in."""
        cell.outputs = outputs
        if self.in_place:
            notebook.withhold(cell)
        errors = [output for output in outputs if output.output_type == "error"]
        if errors and notebook.is_solution(cell):
            self.stopped[notebook.grade_id(cell) or ""] = self._stopped(errors[-1])

    def _stopped(self, error: NotebookNode) -> Outcome:
        """What a student is told of an answer whose cell did not come to its end."""
        found, here = notebook.python(self.nb), f"{sys.version_info.major}.{sys.version_info.minor}"
        if error.ename == "SyntaxError" and Version(found) > Version(here):
            return NotRun(NEWER, found=found, here=here)
        text = error.evalue.strip().partition("\n")[0][:TEXT]
        return Crashed("check.cell_stopped", kind=error.ename[:TEXT], text=text)

    def _judge(self, student: Kernel, cell: NotebookNode, limits: Limits) -> Verdict:
        """Judge one test cell. Raises KernelDied.

        The outputs are what the student's code printed and showed, then those of the judge.
        Whatever else comes from the kernel, such as a forged result, counts for nothing and is
        dropped.
        """
        grade_id = cell.metadata.nbgrader.grade_id
        exercise, given = notebook.exercise_of(grade_id), self.exam.given()
        if exercise != self.branched:
            self._leave(student)
        student.begin()
        allow(min(limits.cell, student.left()) + 1)
        try:
            if not self.branched:
                self.in_place = not student.branch() or self.in_place
                self.branched = exercise
            outcome, outputs = judge(grade_id, cell.source, student.ask, given, self.elsewhere)
        except Interrupted:
            late = Crashed("check.timeout", seconds=f"{limits.cell:g}")
            outcome, outputs = failed(grade_id, late)
        except BranchLost as lost:
            self.branched = ""
            outcome, outputs = failed(grade_id, Crashed("check.process_ended", how=str(lost)))
        stopped = self.stopped.get(exercise)
        if stopped and outcome.key == "check.undefined":
            outcome, outputs = failed(grade_id, stopped)
        shown = [o for o in student.outputs if o.output_type in ("stream", "display_data")]
        return outcome, shown + outputs

    def _leave(self, student: Kernel) -> None:
        """End the copy of the kernel that made the checks of an exercise."""
        student.leave()
        self.branched = ""

    def keep(self, cell: NotebookNode, verdict: Verdict) -> None:
        """Keep what became of a test."""
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
