"""A submission run as its student runs it: test cells in the student's own kernel."""

import nbformat

from grader.grading.exam import Exam
from grader.kernel.launcher import Launcher
from grader.limits import Limits
from grader.notebooks import notebook
from grader.outcome import OUTCOMES, TestOutcome
from nlplab.checks import recorded
from tests.support import ROOT

HIDDEN = f"import os\nos.environ[{recorded.HIDDEN!r}] = {str(ROOT / 'source')!r}"


def run(submission: bytes, exam: Exam, launcher: Launcher) -> list[TestOutcome]:
    """The outcome of each test cell, read off the outputs that a student would see."""
    outcomes = []
    with launcher.kernel(Limits()) as student:
        student.run(HIDDEN)  # as nbgrader_config.py says it to nbgrader's own kernels
        for cell in notebook.code_cells(nbformat.reads(submission.decode(), as_version=4)):
            if notebook.grade_id(cell) in exam.skip:
                continue
            outputs = student.run(cell.source)
            if notebook.is_test(cell):
                outcomes.append(_outcome(notebook.grade_id(cell), outputs))
    return outcomes


def _outcome(grade_id: str, outputs: list[nbformat.NotebookNode]) -> TestOutcome:
    errors = [output for output in outputs if output.output_type == "error"]
    if not errors:
        return TestOutcome(grade_id, "passed")
    key, _, message = errors[0].evalue.partition(": ")
    return TestOutcome(grade_id, OUTCOMES.get(errors[0].ename, errors[0].ename), key, message)
