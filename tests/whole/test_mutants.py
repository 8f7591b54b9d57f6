"""A solution that is changed in one place loses points, unless it says why it need not."""

import pytest

from grader.course import build, checks
from grader.notebooks import notebook
from tests.support import ROOT
from tools import mutants
from tools.mutations import mutants as changed

CELL = '''
def share(rows, of=2):
    """Not mine."""
    ### BEGIN SOLUTION
    return rows[1:] + [max(rows, key=len)]
    #~ return FIXME
    ### END SOLUTION
'''


def test_only_what_a_learner_writes_is_changed_and_each_change_has_a_name_of_its_own():
    found = changed(CELL)
    assert len({each.change for each in found}) == len(found) == len({each.code for each in found})
    assert all("def share(rows, of=2)" in each.code and "Not mine" in each.code for each in found)
    codes = [each.code for each in found]
    for line in ("rows[2:] + [max(rows, key=len)]", "rows[1:] + [rows]", "rows[1:] + [max(rows)]"):
        assert any(f"return {line}" in code for code in codes)


def test_every_reason_is_of_a_mutant_that_there_is():
    made = set()
    for name in checks.observing(ROOT):
        for exercise in notebook.exercises(build.source(ROOT, name)):
            found = changed(exercise.solution.source)
            made |= {(f"{name}/{exercise.grade_id}", each.change) for each in found}
    assert mutants.equivalents().keys() <= made


@pytest.mark.slow
@pytest.mark.parametrize("name", checks.observing(ROOT))
def test_of_a_sample_none_earns_full_points_without_a_reason(name):
    found = list(mutants.tried(ROOT, [name], sample=2))
    assert found
    assert mutants.survivors(found) == []
