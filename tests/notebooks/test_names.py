"""The names in the code of cells, and what a kernel has imported before a submission runs."""

import pytest

from grader.course import build, sources
from grader.kernel.launcher import ForkServer
from grader.limits import Limits
from grader.notebooks import notebook
from grader.notebooks.names import bound_names, free_names, modules
from grader.notebooks.regions import solution_text
from tests.support import ROOT
from tests.support.in_process import HIDDEN

SOURCES = sources.read_all(ROOT)


def test_what_a_cell_imports_or_binds_is_not_taken_from_the_student():
    code = "from nlplab import check\nn = 2\ncheck.equal(cut('a' * n), len([x for x in ids]))"
    assert free_names(code) == {"cut", "ids"}
    assert bound_names(code) == {"n"}


def test_modules_are_named_with_what_is_taken_from_them():
    found = modules(["import re", "def f():\n    from itertools import chain"])
    assert found == ("itertools", "itertools.chain", "re")


def test_modules_include_what_a_package_loads_at_first_use():
    assert "safetensors.torch" in modules(["import torch"])
    assert "torch._dynamo" not in modules(["import torch"])
    assert "torch._dynamo" in modules(["torch.optim.SGD(model.parameters())"])


@pytest.fixture(scope="module")
def launcher():
    cells = [cell for nb in SOURCES.values() for cell in notebook.code_cells(nb)]
    with ForkServer(sealed=False, imports=modules(cell.source for cell in cells)) as started:
        yield started


@pytest.mark.slow
@pytest.mark.parametrize("name", SOURCES)
def test_a_solution_has_next_to_nothing_left_to_import(launcher, name):
    skip = notebook.skipped(build.source(ROOT, name))
    with launcher.kernel(Limits()) as kernel:
        kernel.run(f"{HIDDEN}\nimport sys\nbefore = set(sys.modules)")
        for cell in notebook.code_cells(build.source(ROOT, name)):
            if notebook.grade_id(cell) not in skip:
                kernel.run(solution_text(cell.source))
        [output] = kernel.run("print(*sorted(set(sys.modules) - before))")
    assert len(output.text.split()) < 20, output.text
