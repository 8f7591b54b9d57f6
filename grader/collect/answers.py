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
        """The lines of code that were not handed out; None for a file that cannot be read whole.

        Where it has several readings, those of all of them.
        """
        try:
            found = submission.read(data)
        except SubmissionError:
            return None
        if any(CUT in each.mended for each in found):
            return None
        pieces = [piece for each in found for piece in each.pieces]
        code = [each.source for each in pieces if each.kind == "code" and not _is_test(each)]
        return frozenset(line for text in code for line in _lines(text)) - self._released(
            assignment
        )


def _released(root: Path, name: str) -> frozenset[str]:
    from grader.course import build  # which imports nbgrader: few collections need it

    releases = [build.student_release(root, lang, name) for lang in LANGUAGES]
    cells = [cell.source for nb in releases for cell in notebook.code_cells(nb)]
    return frozenset(line for text in cells for line in _lines(text))


def _is_test(piece: submission.Piece) -> bool:
    return piece.marks.get("grade") is True


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.startswith(("#", *_SET))]
