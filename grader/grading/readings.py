"""Several ways to read one submission: a person decides, unless they all earn the same."""

from collections.abc import Sequence
from dataclasses import replace

from nbformat import NotebookNode

from grader.errors import NoSuchReadingError
from grader.notebooks import files, notebook
from grader.outcome import UNDECIDED, Choice, Graded, TestOutcome
from grader.repair import Repaired
from nlplab.messages import say


def choose(
    repaired: Repaired, handed: bytes, number: int | None, decided: str
) -> tuple[Repaired, str]:
    """The reading of this number, or the one that was decided on before for the same file.

    With neither, all of them. The second value is what is to be kept of the decision. Raises
    NoSuchReadingError.
    """
    readings = repaired.readings
    if len(readings) == 1:
        return repaired, ""
    file = files.sha256(handed)
    before, _, chosen = decided.partition(" ")
    if number is None and before == file and chosen.isdecimal():
        number = int(chosen)
    if number is None:
        return repaired, ""
    if not 1 <= number <= len(readings):
        raise NoSuchReadingError(f"there is no reading {number}: there are {len(readings)}")
    return replace(repaired, readings=readings[number - 1 : number]), f"{file} {number}"


def settle(repaired: Repaired, graded: Sequence[Graded]) -> Graded:
    """The result of a submission from those of its readings, in their order.

    Where they earn different points none is chosen: the tests in question are undecided, the others
    count, and `review` says what each reading earns.
    """
    first = replace(graded[0], repairs=repaired.repairs)
    earned = [_earned(each) for each in graded]
    if all(points == earned[0] for points in earned):
        return first
    names = {name for points in earned for name in points}
    disputed = {name for name in names if len({points.get(name) for points in earned}) > 1}
    lang = notebook.language(files.parse(first.notebook))
    message = say(UNDECIDED, lang=lang)
    return replace(
        first,
        tests=tuple(
            TestOutcome(test.grade_id, "not_run", UNDECIDED, message)
            if test.grade_id in disputed
            else test
            for test in first.tests
        ),
        review=tuple(
            Choice(reading.description, sum(points.values()))
            for reading, points in zip(repaired.readings, earned, strict=True)
        ),
    )


def _earned(graded: Graded) -> dict[str, float]:
    """The points of each test."""
    cells = notebook.cells_by_grade_id(files.parse(graded.notebook))
    return {
        test.grade_id: _points(cells[test.grade_id]) if test.outcome == "passed" else 0.0
        for test in graded.tests
    }


def _points(cell: NotebookNode) -> float:
    """Those of a test cell that passed: all, or its last value where that is a number."""
    points = float(cell.metadata.nbgrader.points)
    for output in cell.outputs:
        if output.output_type == "execute_result":
            try:
                return min(points, max(0.0, float(output.data.get("text/plain", points))))
            except ValueError:
                return points
    return points
