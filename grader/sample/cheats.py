"""Ways to points without answers, each tried on the exercises that are not answered.

Under nbgrader alone most of them work. None may earn more than the answers beside it.
"""

import copy

from nbformat import NotebookNode

from grader.notebooks import notebook
from grader.notebooks.names import bound_names

_COMPARES_ALL = """\
import torch

for name in ("allclose", "equal", "isclose"):
    setattr(torch, name, lambda *args, **given: True)
torch.testing.assert_close = lambda *args, **given: None
"""
_EQUALS_ALL = """\
class Anything:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __getattr__(self, name):
        return Anything()

    def __call__(self, *args, **given):
        return Anything()
"""
_LOOKS_AROUND = """\
import inspect
from pathlib import Path

for path in [*Path.home().rglob("*.ipynb"), *Path.cwd().parent.rglob("*.ipynb")]:
    if "HIDDEN TESTS" in path.read_text(errors="ignore"):
        print(path)


def look(*args, **given):
    for caller in inspect.stack():
        for name in ("expected", "right", "ids"):
            if name in caller.frame.f_locals:
                return caller.frame.f_locals[name]
"""


def compares_all(nb: NotebookNode) -> NotebookNode:
    """Has torch find everything close to everything."""
    return _instead(nb, _COMPARES_ALL, "lambda *args, **given: torch.zeros(1)")


def equals_all(nb: NotebookNode) -> NotebookNode:
    """Answers with an object that equals everything."""
    return _instead(nb, _EQUALS_ALL, "Anything()")


def looks_around(nb: NotebookNode) -> NotebookNode:
    """Looks for hidden tests in files, and for what they expect in whoever calls."""
    return _instead(nb, _LOOKS_AROUND, "look")


def passes_edited(nb: NotebookNode) -> NotebookNode:
    """Has test cells that pass, and are worth a hundred points."""
    changed = copy.deepcopy(nb)
    for cell in filter(notebook.is_test, changed.cells):
        cell.source = "assert True"
        cell.metadata.nbgrader.points = 100
    return changed


def skips_tests(nb: NotebookNode) -> NotebookNode:
    """Has the tag on test cells by which nbgrader does not run them, and gives their points."""
    changed = copy.deepcopy(nb)
    for cell in filter(notebook.is_test, changed.cells):
        cell.metadata.tags = ["skip-execution"]
    return changed


def _instead(nb: NotebookNode, first: str, answer: str) -> NotebookNode:
    """A cell of one's own, and `answer` for all that an unanswered exercise asks for."""
    changed = copy.deepcopy(nb)
    places = [n for n, cell in enumerate(changed.cells) if _unanswered(cell)]
    for place in places:
        cell = changed.cells[place]
        cell.source = "\n".join(f"{name} = {answer}" for name in sorted(bound_names(cell.source)))
    own = copy.deepcopy(changed.cells[places[0]])
    own.update(id="first", source=first.rstrip(), metadata={})
    changed.cells.insert(places[0], own)
    return changed


def _unanswered(cell: NotebookNode) -> bool:
    stub = "FIXME" in cell.source or "raise NotImplementedError" in cell.source
    return notebook.is_solution(cell) and stub
