"""What is known of each submission of a class: from the gradebook, and from its last grading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.classroom import results
from grader.classroom.folder import ClassFolder, Ref
from grader.errors import FileError, NotebookError
from grader.gradebook import written
from grader.gradebook.record import reason_of
from grader.gradebook.scores import HandedIn, Points, handed_in, points
from grader.gradebook.session import Book
from grader.notebooks import files
from grader.notebooks.notebook import exercise_of
from grader.outcome import WAITING, Choice, Message, Repair, TestOutcome

MISTAKES = ("wrong", "crashed")
NOTHING = TestOutcome("", "not_run")


@dataclass(frozen=True)
class Submission:
    """What is known of one submission; `reason` says why it could not be graded."""

    points: Points
    handed_in: HandedIn
    tests: Mapping[str, TestOutcome]
    seconds: float
    repairs: Sequence[Repair]
    review: Sequence[Choice]
    reason: Message | None = None

    @property
    def student(self) -> str:
        return self.points.student

    @property
    def tampering(self) -> list[Repair]:
        """The repairs that undo what was meant to change a grade."""
        return [repair for repair in self.repairs if repair.tampering]

    @property
    def damage(self) -> list[Repair]:
        """The repairs that made the file itself readable."""
        return [repair for repair in self.repairs if repair.of_the_file]

    @property
    def waiting(self) -> list[str]:
        """The exercises that a person has yet to look at, in the order of the notebook."""
        return [name for name in self.points.exercises if name in self.points.waiting]

    @property
    def right(self) -> frozenset[str]:
        """The exercises that have all their points."""
        return frozenset(n for n, (score, most) in self.points.exercises.items() if score >= most)

    def outcome(self, wanted: str) -> str:
        """What became of one exercise: passed, partly, wrong, not_attempted, waiting or not_run."""
        if self.tests.get(wanted, NOTHING).outcome == WAITING:
            return WAITING
        score, most = self.points.exercises[wanted]
        if score >= most:
            return "passed"
        if score > 0:
            return "partly"
        tests = (test for name, test in self.tests.items() if exercise_of(name) == wanted)
        outcomes = {test.outcome for test in tests} - {"passed"}
        order = (("wrong", MISTAKES), ("not_attempted", ("not_attempted",)))
        return next((name for name, kinds in order if outcomes & {*kinds}), "not_run")


def submissions(book: Book, assignment: str) -> list[Submission]:
    """What is known of every submission that is recorded, sorted by student."""
    came, answers = handed_in(book, assignment), written.outcomes(book, assignment)
    found = []
    for row in points(book, assignment):
        ref = Ref(row.student, assignment)
        known = results.read(book.folder, ref)
        found.append(
            Submission(
                row,
                came[row.student],
                {**known.tests, **answers.get(row.student, {})},
                known.seconds.get("total", 0.0),
                known.repairs,
                known.review,
                None if known.tests else known.reason or _reason(book.folder, ref),
            )
        )
    return found


def _reason(folder: ClassFolder, ref: Ref) -> Message | None:
    """That of a class that was graded before reasons were kept: it has one language."""
    try:
        text = reason_of(files.read(folder.graded(ref)))
    except (FileError, NotebookError):
        return None
    return Message(text) if text else None
