"""Namesakes of whom the roster has one: an LMS has several numbers for the name of one student."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from grader.collect.lms import NUMBERED, Label
from grader.collect.origins import Origin
from grader.collect.whose import Directory


class Namesakes:
    """Who is whose namesake in all that was collected; `known_by` is what an LMS says elsewhere."""

    def __init__(
        self, directory: Directory, known_by: Callable[[Label, Origin], Iterable[str]]
    ) -> None:
        self._directory, self._known_by = directory, known_by
        self._numbers: dict[Path, dict[str, set[str]]] = {}

    def doubt(self, candidates: set[str], label: Label | None, origin: Origin) -> str:
        """Why the one student whose name a file has may not be who handed it in.

        An LMS gives one number to one student, so whoever else has the name is not on the roster.
        Empty where there is no doubt, as of the one whose number the roster or the LMS says.
        """
        if not label or label.system not in NUMBERED or len(candidates) != 1:
            return ""
        numbers = self._in(origin)[next(iter(candidates))]
        sure = self._directory.surely(label, self._known_by(label, origin))
        if len(numbers) < 2 or candidates <= sure:
            return ""
        each = " and ".join(sorted(numbers))
        return f"{label.system} has this name for {each}, and the roster has it once"

    def blind(self, label: Label, origin: Origin) -> bool:
        """Whether nothing in a label of Moodle's tells of a student, its number included.

        That is so of the word for a participant in any language, which stands beside many numbers.
        """
        same = (other for other in origin.labels if other.whose == label.whose)
        return label.blind or (label.system == "Moodle" and len({one.number for one in same}) > 1)

    def _in(self, origin: Origin) -> dict[str, set[str]]:
        """The numbers that each student has in what was collected."""
        if origin.path not in self._numbers:
            found = self._numbers[origin.path] = defaultdict(set)
            for label in origin.labels:
                known_by = self._known_by(label, origin)
                for student in self._directory.labelled(label, known_by):
                    found[student] |= {label.number} - {""}
        return self._numbers[origin.path]
