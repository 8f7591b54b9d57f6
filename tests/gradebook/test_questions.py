"""How questions did: difficulty, discrimination against the rest, and who failed one alone."""

import math
from statistics import mean, pstdev

import pytest

from grader.gradebook.questions import FEWEST, questions
from grader.gradebook.scores import Points


def row(number: int, **scores: float) -> Points:
    """A student with these points; every exercise is worth 4."""
    exercises = {name: (score, 4.0) for name, score in scores.items()}
    return Points(f"s{number}", sum(scores.values()), 4.0 * len(scores), exercises)


def paper(**columns: str) -> list[Points]:
    """A class, a column an exercise and a digit a student: what that one has of 4 points."""
    students = zip(*columns.values(), strict=True)
    return [
        row(number, **dict(zip(columns, map(float, scores), strict=True)))
        for number, scores in enumerate(students)
    ]


@pytest.mark.parametrize(
    ("scores", "expected"), [("4444444444", 1.0), ("0000000000", 0.0), ("4400224400", 0.5)]
)
def test_difficulty_is_the_mean_share_of_the_points(scores: str, expected: float) -> None:
    [first, _] = questions(paper(a=scores, b="0123401234"))
    assert first.difficulty == expected


def test_discrimination_leaves_the_points_of_the_question_itself_out() -> None:
    found = questions(paper(a="4040404040", b="0404040404", c="0123401234"))
    own, rest = [4, 0] * 5, [b + c for b, c in zip([0, 4] * 5, [0, 1, 2, 3, 4] * 2, strict=True)]
    product = mean(a * b for a, b in zip(own, rest, strict=True)) - mean(own) * mean(rest)
    assert found[0].discrimination == pytest.approx(product / pstdev(own) / pstdev(rest))
    assert found[0].discrimination < 0


def test_of_a_question_that_is_right_or_wrong_it_is_the_point_biserial_correlation() -> None:
    own, rest = "4444000040", "4334120132"
    [first, _] = questions(paper(a=own, b=rest))
    right = [int(r) / 4 for o, r in zip(own, rest, strict=True) if o == "4"]
    wrong = [int(r) / 4 for o, r in zip(own, rest, strict=True) if o == "0"]
    spread = pstdev([*right, *wrong])
    share = len(right) / len(own)
    expected = (mean(right) - mean(wrong)) / spread * math.sqrt(share * (1 - share))
    assert first.discrimination == pytest.approx(expected)


def test_a_small_class_has_no_discrimination_but_a_difficulty() -> None:
    few = questions(paper(a="4" * (FEWEST - 2) + "0", b="3" * (FEWEST - 2) + "1"))
    assert few[0].discrimination is None
    assert few[0].difficulty == pytest.approx((FEWEST - 2) / (FEWEST - 1))
    enough = questions(paper(a="4" * (FEWEST - 1) + "0", b="3" * (FEWEST - 1) + "1"))
    assert enough[0].discrimination == pytest.approx(1)


@pytest.mark.parametrize("scores", ["4444444444", "0000000000"])
def test_what_all_have_alike_tells_nobody_from_another(scores: str) -> None:
    assert questions(paper(a=scores, b="0123401234"))[0].discrimination is None


def test_the_only_question_of_a_paper_has_no_rest() -> None:
    [only] = questions(paper(a="0123401234"))
    assert (only.discrimination, only.failed, only.surprising) == (None, 4, 0)


def test_who_failed_it_and_passed_the_rest_is_counted() -> None:
    [first, *_] = questions(paper(a="001244", b="440404", c="404400"))
    assert (first.failed, first.surprising) == (3, 3)
    [first, *_] = questions(paper(a="001244", b="400000", c="000000"))
    assert (first.failed, first.surprising) == (3, 1)


def test_a_class_of_none_has_no_questions() -> None:
    assert questions([]) == []
