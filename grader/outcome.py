"""What travels from the grading of one submission to the gradebook and the reports."""

from collections.abc import Mapping
from dataclasses import dataclass

# How the exceptions of nlplab.outcomes are called here.
OUTCOMES = {
    "NotAttempted": "not_attempted",
    "Mistake": "wrong",
    "Crashed": "crashed",
    "NotRun": "not_run",
}
TAMPERING = "repair.test_"  # how the keys of repairs begin that nobody makes by mistake
OF_THE_FILE = "repair.file_"  # and those of what was damaged in the file, not in its cells
UNDECIDED = "repair.undecided"  # the key of a test for which a person has to decide
NEWER = "check.newer_python"  # and of one whose answer this Python cannot read
OPEN = (UNDECIDED, NEWER)  # that wait for a person


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
class Repair:
    """What was put right before grading: the key of a message, and what it is filled with."""

    key: str
    values: Mapping[str, str]

    @property
    def tampering(self) -> bool:
        """Whether tests or their marks had been changed, rather than something had gone wrong."""
        return self.key.startswith(TAMPERING)

    @property
    def of_the_file(self) -> bool:
        """Whether the file itself was damaged, and what it says was read all the same."""
        return self.key.startswith(OF_THE_FILE)


@dataclass(frozen=True)
class Choice:
    """A way to read a submission, for a person to choose: what it takes for what, and earns."""

    description: str
    points: float


@dataclass(frozen=True)
class Graded:
    """One submission, run and judged: the notebook with its outputs, and its test cells.

    `review` holds its readings where they earn different points and a person has to decide.
    """

    notebook: bytes
    tests: tuple[TestOutcome, ...]
    seconds: dict[str, float]
    repairs: tuple[Repair, ...] = ()
    review: tuple[Choice, ...] = ()
