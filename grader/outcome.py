"""What travels from the grading of one submission to the gradebook and the reports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nlplab.messages import say

# How the exceptions of nlplab.outcomes are called here.
OUTCOMES = {
    "NotAttempted": "not_attempted",
    "Mistake": "wrong",
    "Crashed": "crashed",
    "NotRun": "not_run",
}
TAMPERING = "repair.test_"  # how the keys of repairs begin that nobody makes by mistake
OF_THE_FILE = "repair.file_"  # and those of what was damaged in the file, not in its cells
WAITING = "waiting"  # the outcome of a written answer that a person has yet to look at
UNDECIDED = "repair.undecided"  # the key of a test for which a person has to decide
NEWER = "check.newer_python"  # and of one whose answer this Python cannot read
OPEN = (UNDECIDED, NEWER)  # that wait for a person


@dataclass(frozen=True)
class TestOutcome:
    """One test cell or written answer: what became of it, with the key and the text of the message.

    The message is for the student: it gives away no value that the test expects. `line` is the
    student's own line where it went wrong, empty where that is not known.
    """

    __test__ = False

    grade_id: str
    outcome: str  # passed, not_attempted, wrong, crashed or not_run; of an answer also waiting
    key: str | None = None
    message: str | None = None
    line: str = ""


@dataclass(frozen=True)
class Message:
    """Something to be said in the language of who reads it: its key, and what it is filled with."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)

    def said(self, lang: str) -> str:
        """It in words; what the catalogue does not have is said as it is."""
        try:
            return say(self.key, lang=lang, **self.values)
        except (KeyError, IndexError):
            return self.key


@dataclass(frozen=True)
class Repair(Message):
    """What was put right before grading."""

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

    description: tuple[Message, ...]
    points: float

    def said(self, lang: str) -> str:
        """What it takes for what, in words."""
        return described(self.description, lang)


def described(parts: Iterable[Message], lang: str) -> str:
    """Several things to be said, in one line."""
    return "; ".join(part.said(lang) for part in parts)


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
