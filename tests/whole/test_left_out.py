"""Every wrong answer of the bank, as if nobody had recorded it: a student may be the first."""

import pytest

from grader.course import bank, checks, sources
from grader.notebooks import files
from tests.support import ROOT
from tools.left_out import ANOTHERS, left_out

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("assignment", checks.observing(ROOT))
def test_an_answer_that_was_not_recorded_is_never_told_the_mistake_of_another(assignment):
    told = list(left_out(ROOT, assignment))
    source = files.read(sources.source_path(ROOT, assignment))
    observed = {exercise.grade_id for exercise in checks.observed(source)}
    answers = bank.answers(ROOT, assignment)
    wrong = {each for each in answers if each.key and each.exercise in observed}
    assert {each.answer for each in told} == wrong
    assert [each for each in told if each.kind == ANOTHERS] == []
