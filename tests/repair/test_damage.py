"""A sample of what `damage_matrix.py` does with every answer of the bank."""

import random
from collections import Counter

import pytest

from tests.support import damage
from tools import damage_matrix as matrix
from tools.damage_matrix import DIFFERENT, REVIEW

pytestmark = pytest.mark.slow

ANSWERS_EACH = 8  # under each damage
PAIRS = 250


@pytest.fixture(scope="module")
def draw() -> random.Random:
    return random.Random(20_240)


def test_after_any_damage_answers_earn_what_they_earned_before(draw):
    singles: dict[str, list[matrix.Case]] = {}
    for case in matrix.singles():
        singles.setdefault(case.damages[0], []).append(case)
    sample = [case for cases in singles.values() for case in draw.sample(cases, ANSWERS_EACH)]
    counts, different = matrix.counted(map(matrix.judged, sample))
    total = sum(counts.values(), Counter())
    assert counts.keys() == damage.ALL.keys()
    assert [str(case) for case in different] == []
    assert total[REVIEW] <= 0.05 * total.total()


def test_after_two_damages_answers_earn_what_they_earned_before_or_a_person_decides(draw):
    counts, _ = matrix.counted(map(matrix.judged, matrix.pairs(PAIRS, draw)))
    assert {kind for kind, outcomes in counts.items() if outcomes[DIFFERENT]} == set()
