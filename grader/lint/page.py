"""A source notebook under lint, and what several rules ask of a cell."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

from grader.errors import MarkerError
from grader.notebooks import notebook
from grader.notebooks.names import bound_names
from grader.notebooks.regions import solution_text

Fault = tuple[NotebookNode | None, str]


@dataclass(frozen=True)
class Page:
    """A source notebook under lint, and the cells that may be given, by `assignment/cell id`.

    `observes` says whether its checks do: they are named `checks` in test cells.
    """

    name: str
    source: NotebookNode
    texts: dict[str, str]
    observes: bool = False

    def code(self) -> Iterator[tuple[NotebookNode, ast.Module]]:
        """Code cells that parse, magics read as calls; the rule `syntax` reports the others."""
        for cell in notebook.code_cells(self.source):
            if tree := syntax_tree(cell):
                yield cell, tree

    def tests(self) -> Iterator[tuple[NotebookNode, ast.Module]]:
        """Test cells that are plain Python."""
        for cell in filter(notebook.is_test, self.source.cells):
            if tree := syntax_tree(cell, plain=True):
                yield cell, tree

    def student_names(self) -> set[str]:
        """Names that the student's own cells define, given cells among them."""
        return {
            name
            for cell in notebook.code_cells(self.source)
            if notebook.is_solution(cell) or notebook.given(cell)
            if syntax_tree(cell, plain=True)
            for name in bound_names(solved(cell))
        }


Rule = Callable[[Page], Iterator[Fault]]


def lang_of(cell: NotebookNode) -> str:
    """`ko` or `en` of a text, empty for a cell that says neither."""
    lang: str = cell.metadata.get("lang", "")
    return lang


def solved(cell: NotebookNode) -> str:
    """A cell as the solution shows it, or as it stands when its markers are wrong."""
    try:
        return solution_text(cell.source)
    except MarkerError:
        return str(cell.source)


def syntax_tree(cell: NotebookNode, *, plain: bool = False) -> ast.Module | None:
    """The syntax tree of a code cell, magics read as calls unless `plain`; None for no Python."""
    return parsed(solved(cell), plain=plain)


def parsed(code: str, *, plain: bool = False) -> ast.Module | None:
    """The syntax tree of code, as `syntax_tree` gives that of a cell."""
    if not plain and re.search(r"^\s*[%!?]|\?$", code, re.MULTILINE):
        from IPython.core.inputtransformer2 import TransformerManager

        code = TransformerManager().transform_cell(code)
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError):  # ValueError: null bytes
        return None


def imported(tree: ast.AST) -> set[str]:
    """The top-level packages that code imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}
