"""How the questions of a paper did: what classical test theory says of each exercise."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation, mean

from grader.gradebook.scores import Points

FEWEST = 10  # students below whom a correlation says nothing
HALF = 0.5  # the share of the points from which something counts as passed


@dataclass(frozen=True)
class Question:
    """An exercise over all students: `students` are how many.

    `difficulty` is the mean share of its points, from 0 (nobody has any) to 1. `discrimination` is
    None with fewer than `FEWEST` students, and where all have the same. `failed` are those with
    less than half of its points, `surprising` those of them with half of all other points or more.
    """

    name: str
    students: int
    difficulty: float
    discrimination: float | None
    failed: int
    surprising: int


def questions(rows: Sequence[Points]) -> list[Question]:
    """Every exercise that is worth something, in the order of the notebook.

    Answers that wait for a person are left out.
    """
    names = rows[0].exercises if rows else {}
    graded = {name: [row for row in rows if name not in row.waiting] for name in names}
    return [_question(name, of) for name, of in graded.items() if of and of[0].exercises[name][1]]


def _question(name: str, rows: Sequence[Points]) -> Question:
    """Its difficulty and its corrected item-total correlation, which leaves out its own points.

    Henrysson, S. (1963), Correction of item-total correlations in item analysis, Psychometrika 28,
    211-218: Pearson's r of an item with the sum of all others. Where every student has all of its
    points or none, that is the point-biserial correlation of the item with the rest of the paper.
    """
    own = [row.exercises[name][0] / row.exercises[name][1] for row in rows]
    rest = [_rest(name, row) for row in rows]
    failed = [left for share, left in zip(own, rest, strict=True) if share < HALF]
    return Question(
        name,
        len(rows),
        mean(own),
        _correlation(own, rest) if len(rows) >= FEWEST else None,
        len(failed),
        sum(left >= HALF for left in failed),
    )


def _rest(name: str, row: Points) -> float:
    """The share of the points of all other exercises; none where there is no other."""
    left = {name, *row.waiting}
    others = [found for other, found in row.exercises.items() if other not in left]
    most = sum(worth for _, worth in others)
    return sum(score for score, _ in others) / most if most else 0.0


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    try:
        return correlation(one, other)
    except StatisticsError:  # all have the same
        return None
