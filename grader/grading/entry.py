"""What became of a submission, as whoever grades is told of it."""

from collections import Counter
from dataclasses import dataclass

from grader.classroom.folder import Ref
from grader.outcome import Graded


@dataclass(frozen=True)
class Entry:
    """What became of one submission: its result, the reason why there is none, or our fault.

    Its notebook is below autograded/, and not kept here.
    """

    ref: Ref
    graded: Graded | None = None
    reason: str = ""
    fault: str = ""  # the grade is as it was before
    new: bool = True  # False: nothing has changed since it was recorded
    held: bool = False  # True: not recorded before the changes are accepted

    def summary(self) -> str:
        """What its test cells said in one line: how many of each outcome, and the mistakes."""
        if self.graded is None:
            return self.reason or f"not graded: {self.fault}"
        counts = Counter(test.outcome for test in self.graded.tests)
        told_why = ("wrong", "crashed")
        keys = sorted({t.key for t in self.graded.tests if t.outcome in told_why and t.key})
        told = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counts.items())
        told += f": {', '.join(keys)}" if keys else ""
        repairs = [repair.key.removeprefix("repair.") for repair in self.graded.repairs]
        told += f"; repaired: {', '.join(repairs)}" if repairs else ""
        return told + ("; to review" if self.graded.review else "")
