"""The released notebooks, run as a student runs them: from the top, in one kernel."""

import sys
from contextlib import suppress

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from grader.course import sources
from grader.notebooks import files, notebook, regions
from tests.support import ROOT, real_kernel

pytestmark = pytest.mark.slow

NAMES = sources.assignments(ROOT)
BOTH = [(lang, name) for lang in notebook.LANGUAGES for name in NAMES]


@pytest.mark.parametrize(("lang", "name"), BOTH)
def test_a_fresh_notebook_runs_to_its_first_todo_and_says_not_attempted(lang, name, kernel_python):
    released = files.read(ROOT / "notebooks" / lang / f"{name}.ipynb")
    *before, (cell, error) = run_until_error(released, kernel_python)
    first_test = next(filter(notebook.is_test, released.cells))
    assert [failed for _, failed in before if failed] == []
    assert notebook.grade_id(cell) == notebook.grade_id(first_test)
    assert error.ename == "NotAttempted"
    assert len(error.traceback) == 1
    assert "Traceback" not in error.traceback[0]


# With the versions of requirements.txt `make nbval` runs the same code; it is the same in English.
@pytest.mark.parametrize("name", NAMES)
def test_with_every_answer_filled_in_it_runs_to_its_end_and_prints_what_the_solution_prints(
    name, kernel_python
):
    if kernel_python == sys.executable:
        pytest.skip("for `make colab-check`: here `make nbval` runs the solutions")
    released = files.read(ROOT / "notebooks" / "ko" / f"{name}.ipynb")
    source = files.read(sources.source_path(ROOT, name))
    cells = notebook.cells_by_grade_id(released)
    for exercise in notebook.exercises(source):
        cells[exercise.grade_id].source = regions.solution_text(exercise.solution.source)
    ran = run_until_error(released, kernel_python)
    assert [(cell.id, error.evalue) for cell, error in ran if error] == []
    assert len(ran) == len(list(notebook.code_cells(released)))
    solution = files.read(ROOT / "solutions" / "ko" / f"{name}.ipynb")
    compared = {c.id for c in solution.cells if "nbval-check-output" in c.metadata.get("tags", [])}
    assert len(compared) > 10
    assert printed(released, compared) == printed(solution, compared)


@pytest.mark.parametrize("folder", ["notebooks", "solutions"])
@pytest.mark.parametrize("name", NAMES)
def test_the_languages_differ_in_the_code_of_the_first_cell_alone(folder, name):
    ko, en = (
        [cell.source for cell in notebook.code_cells(files.read(path))]
        for path in (ROOT / folder / lang / f"{name}.ipynb" for lang in notebook.LANGUAGES)
    )
    assert ko[0].replace('lang="ko"', 'lang="en"') == en[0]
    assert ko[1:] == en[1:]


# Only the Korean solutions are executed again in `make nbval`.
@pytest.mark.parametrize("name", NAMES)
def test_the_figures_that_the_texts_speak_of_are_the_same_in_both_languages(name):
    ko, en = (files.read(ROOT / "solutions" / lang / f"{name}.ipynb") for lang in ("ko", "en"))
    claims = {
        cell.id
        for cell in notebook.code_cells(ko)
        if "nbval-check-output" in cell.metadata.get("tags", []) and not notebook.is_test(cell)
    }
    assert claims
    assert printed(ko, claims) == printed(en, claims)


def printed(nb: nbformat.NotebookNode, cells: set[str]) -> dict[str, str]:
    """What each of these cells printed."""
    return {
        cell.id: "".join(out.text for out in cell.outputs if out.get("name") == "stdout")
        for cell in notebook.code_cells(nb)
        if cell.id in cells
    }


def run_until_error(nb: nbformat.NotebookNode, python: str) -> list[tuple]:
    """Code cells that ran, each with its error output or None; the last one may have failed."""
    with suppress(CellExecutionError):
        real_kernel.run(nb, python, timeout=900)
    ran = []
    for cell in notebook.code_cells(nb):
        error = next((out for out in cell.outputs if out.output_type == "error"), None)
        if cell.execution_count or error:
            ran.append((cell, error))
    return ran
