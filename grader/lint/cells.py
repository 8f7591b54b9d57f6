"""Rules for any cell, and for all of them together."""

import ast
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator

from nbformat import NotebookNode

from grader.lint.page import Fault, Page, Rule, imported, solved, syntax_tree
from grader.notebooks import notebook

LONGEST_MEDIAN = 8  # lines a code cell


def _ids(page: Page) -> Iterator[Fault]:
    count = Counter(cell.get("id") for cell in page.source.cells)
    for cell in page.source.cells:
        if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", cell.get("id") or ""):
            yield cell, "give it an id of 1 to 64 letters, digits, - and _"
        elif count[cell.id] > 1:
            yield cell, f"its id {cell.id!r} is taken: choose another"


def _setup(page: Page) -> Iterator[Fault]:
    first = next(notebook.code_cells(page.source), None)
    lines = first.source.split("\n") if first else []
    for line in (notebook.REPOSITORY_LINE, notebook.NEEDS_LINE, notebook.SETUP_LINE):
        if line not in lines:
            yield first, f"the first code cell needs the line `{line}`"


def _syntax(page: Page) -> Iterator[Fault]:
    for cell in notebook.code_cells(page.source):
        if syntax_tree(cell) is None:
            yield cell, "this is not Python"
        elif notebook.is_test(cell) and syntax_tree(cell, plain=True) is None:
            yield cell, "write it without magics: a test cell is plain Python"


def _outputs(page: Page) -> Iterator[Fault]:
    for cell in notebook.code_cells(page.source):
        if cell.get("outputs"):
            yield cell, "clear its outputs"


def _execution_count(page: Page) -> Iterator[Fault]:
    for cell in notebook.code_cells(page.source):
        if cell.get("execution_count") is not None:
            yield cell, "clear its execution count"


def _imports(page: Page) -> Iterator[Fault]:
    for cell, tree in page.code():
        for name in sorted({"nbgrader", "grader"} & imported(tree)):
            yield cell, f"remove the import of {name}: a student does not have it"


def _cell_length(page: Page) -> Iterator[Fault]:
    lengths = [len(solved(cell).strip().split("\n")) for cell in notebook.code_cells(page.source)]
    if lengths and (median := statistics.median(lengths)) > LONGEST_MEDIAN:
        yield None, f"half of its code cells have {median:g} lines or more, not {LONGEST_MEDIAN}"


def helpers(pages: list[Page]) -> Iterator[tuple[Page, NotebookNode, str]]:
    """Functions with the same parameters and body in two cells, wherever they stand."""
    places: dict[str, list[tuple[Page, NotebookNode, str]]] = defaultdict(list)
    for page in pages:
        for cell, tree in page.code():
            for node in tree.body if not notebook.given(cell) else []:
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    places[_shape(node)].append((page, cell, node.name))
    for (first, origin, _), *others in places.values():
        for page, cell, name in others:
            where = f"{first.name}, cell {notebook.label(origin)}"
            yield page, cell, f"`{name}` already stands in {where}: move it to nlplab"


def first_cells(pages: list[Page]) -> Iterator[tuple[Page, NotebookNode, str]]:
    """First code cells that differ from that of the first notebook."""
    firsts = [(page, next(notebook.code_cells(page.source), None)) for page in pages]
    there = [(page, cell) for page, cell in firsts if cell]
    for page, cell in there:
        if cell.source != there[0][1].source:
            yield page, cell, f"write its first code cell as {there[0][0].name} has it"


def _shape(function: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return "\n".join(ast.dump(node) for node in [function.args, *body])


RULES: dict[str, Rule] = {
    "ids": _ids,
    "setup": _setup,
    "syntax": _syntax,
    "outputs-in-source": _outputs,
    "execution-count": _execution_count,
    "imports": _imports,
    "cell-length": _cell_length,
}
