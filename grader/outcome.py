"""What travels from the grading of one submission to the gradebook and the reports."""

from dataclasses import dataclass

# How the exceptions of nlplab.outcomes are called here.
OUTCOMES = {
    "NotAttempted": "not_attempted",
    "Mistake": "wrong",
    "Crashed": "crashed",
    "NotRun": "not_run",
}


@dataclass(frozen=True)
class TestOutcome:
    """One test cell: what became of it, with the key and the text of the message.

    The message is for the student: it gives away no value that the test expects. `line` is the
    student's own line where it went wrong, empty where that is not known.
    """

    __test__ = False

    grade_id: str
    outcome: str  # passed, not_attempted, wrong, crashed or not_run
    key: str | None = None
    message: str | None = None
    line: str = ""


@dataclass(frozen=True)
class Graded:
    """One submission, run and judged: the notebook with its outputs, and its test cells."""

    notebook: bytes
    tests: tuple[TestOutcome, ...]
    seconds: dict[str, float]
