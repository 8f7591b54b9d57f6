"""What students get is theirs to work in: checks take a line each, and little of the notebook."""

import pytest

from grader.course import sources
from grader.notebooks import files, notebook
from tests.support import ROOT

MOST = 0.15  # of a notebook's lines of code that may be checks


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", sources.assignments(ROOT))
def test_a_check_is_one_line_and_checks_are_few_of_the_lines(name, lang):
    cells = [*notebook.code_cells(files.read(ROOT / "notebooks" / lang / f"{name}.ipynb"))]
    lines = [len([line for line in cell.source.splitlines() if line.strip()]) for cell in cells]
    checks = [of for of, cell in zip(lines, cells, strict=True) if notebook.is_test(cell)]
    assert set(checks) == {1}
    assert sum(checks) <= MOST * sum(lines)
