"""What a student wrote into a notebook, as far as it takes to tell two versions of it apart."""

from functools import cache
from pathlib import Path

from grader.classroom import submission
from grader.errors import SubmissionError
from grader.notebooks import notebook
from grader.notebooks.lenient import CUT
from nlplab.messages import LANGUAGES

NONE: frozenset[str] = frozenset()
_SET = ("NEEDS =", "REPOSITORY =", "setup(")  # lines that a release writes by itself


class Answers:
    """Finds the answers of notebooks of one course."""

    def __init__(self, root: Path) -> None:
        self._released = cache(lambda name: _released(root, name))

    def of(self, assignment: str, data: bytes) -> frozenset[str] | None:
        """The lines of answers and code that were not handed out; None if it cannot be read whole.

        Where it has several readings, those of all of them.
        """
        found = whole(data)
        if not found:
            return None
        pieces = [piece for each in found for piece in each.pieces]
        lines = (line for each in pieces if _counts(each) for line in _lines(each.source))
        return frozenset(lines) - self._released(assignment)


def whole(data: bytes) -> list[submission.Handed]:
    """The readings of a notebook; none where it is cut short or cannot be read at all."""
    try:
        found = submission.read(data)
    except SubmissionError:
        return []
    return [] if any(CUT in each.mended for each in found) else found


def _released(root: Path, name: str) -> frozenset[str]:
    from grader.course import build  # which imports nbgrader: few collections need it

    releases = [build.student_release(root, lang, name) for lang in LANGUAGES]
    cells = [cell for nb in releases for cell in nb.cells]
    texts = [c.source for c in cells if c.cell_type == "code" or notebook.is_written(c)]
    return frozenset(line for text in texts for line in _lines(text))


def _counts(piece: submission.Piece) -> bool:
    """Whether it is a written answer, or code that is no test."""
    graded, answer = (piece.marks.get(mark) is True for mark in ("grade", "solution"))
    return answer if graded else piece.kind == "code"


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.startswith(("#", *_SET))]
