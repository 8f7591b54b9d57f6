"""No leak: no part of a solution stands in what students get, whatever its names.

A part is a statement or an expression of a solution region that has eight or more nodes, and does
not stand in the same cell as students get it. In the check module of its section, the value that a
region returns or assigns counts at any size.

Only sections whose checks observe are held to it, and test cells of the others are not looked at:
their visible tests still compute what they expect.
"""

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nbformat import NotebookNode

from grader.course import checks
from grader.course.checks import Files
from grader.errors import MarkerError
from grader.lint.page import Fault, Page, parsed
from grader.notebooks import notebook
from grader.notebooks.alike import Subtree, imports, subtrees
from grader.notebooks.regions import Region, solution_text, split, stub_text, without_hidden

SMALLEST = 8  # nodes of a part that gives something away wherever it stands
_PLAIN = (ast.Name, ast.Constant, ast.Tuple, ast.List, ast.Starred, ast.expr_context)  # say nothing


@dataclass(frozen=True)
class Excepted:
    """A part of a solution that may stand elsewhere, and why."""

    section: str
    exercise: str
    part: str
    reason: str


EXCEPTIONS = (
    Excepted(
        "02_rnn",
        "greedy_decode",
        "logits, state = decoder(last, state)",
        "two results of a call with two arguments, as any recurrent layer is called",
    ),
    Excepted(
        "03_lstm",
        "greedy_decode",
        "logits, state = decoder(last, state)",
        "two results of a call with two arguments, as any recurrent layer is called",
    ),
)


@dataclass(frozen=True)
class Place:
    """Something that students get: where it is, and the parts that stand in it."""

    where: str
    parts: frozenset[str]
    checks: str = ""  # the section whose cases these are


def shipped(root: Path, pages: Sequence[Page]) -> list[Place]:
    """All of `nlplab` below a folder: its code, and code in its texts, which imports as `pages`."""
    known = {name: what for page in pages for name, what in _imports(page.source).items()}
    cases = {Files(root, name).cases: name for name in checks.observing(root)}
    found = []
    for path in sorted((root / "nlplab").rglob("*")):
        if path.suffix in (".py", ".toml", ".md"):
            text = path.read_text(encoding="utf-8")
            own = path.suffix == ".py"
            codes, names = ([text], {}) if own else (snippets(text), known)
            where = path.relative_to(root).as_posix()
            found.append(replace(_place(where, codes, names), checks=cases.get(path, "")))
    return found


def leaks(page: Page, earlier: Sequence[Page], given: Sequence[Place]) -> Iterator[Fault]:
    """Each solution cell of `page` with a part of it that students get, and where.

    `earlier` are the pages of the sections before it, `given` is what `shipped` gives.
    """
    known = _imports(page.source)
    cells = [(cell, _place(*of)) for other in (*earlier, page) for cell, of in _cells(other)]
    listed = [each for each in EXCEPTIONS if each.section == page.name]
    for exercise in notebook.exercises(page.source):
        cell = exercise.solution
        excepted = {_whole(e.part, known): e for e in listed if e.exercise == exercise.grade_id}
        others = [place for other, place in cells if other is not cell]
        for part, where in _given_away(cell, known, [*others, *given], page.name):
            if excepted.pop(part.key, None) is None:
                yield cell, f"`{ast.unparse(part.node)}` stands in {where}: students get that"
        for each in excepted.values():
            yield cell, f"`{each.part}` stands nowhere else: drop it from EXCEPTIONS of the rule"


def snippets(text: str) -> list[str]:
    """What a text shows as code: whole blocks, their lines, and what stands between backticks."""
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    lines = [line.strip() for block in blocks for line in block.split("\n")]
    marked = re.findall(r"<code>(.*?)</code>|`([^`\n]+)`", text)
    return [*blocks, *lines, *("".join(pair) for pair in marked)]


def _given_away(
    cell: NotebookNode, known: Mapping[str, str], places: Sequence[Place], section: str
) -> Iterator[tuple[Subtree, str]]:
    """The largest parts of a solution that stand in one of the places, with where."""
    tree, within = _region(cell)
    own = _place("", [_stub(cell)], known).parts
    found = {id(each.node): each for each in subtrees(tree, known)}
    values = {id(value) for node in ast.walk(tree) if (value := _value(node)) is not None}

    def visit(node: ast.AST) -> Iterator[tuple[Subtree, str]]:
        part = found[id(node)]
        if node in within and part.key not in own:
            for place in places:
                counts = part.size >= SMALLEST or (place.checks == section and id(node) in values)
                if counts and part.key in place.parts:
                    yield part, place.where
                    return
        for child in ast.iter_child_nodes(node):
            yield from visit(child)

    yield from visit(tree)


def _value(node: ast.AST) -> ast.expr | None:
    """What a statement returns or assigns, unless it is nothing but names and constants."""
    if not isinstance(node, ast.Return | ast.Assign | ast.AnnAssign | ast.AugAssign):
        return None
    value = node.value
    if value is None or all(isinstance(each, _PLAIN) for each in ast.walk(value)):
        return None
    return value


def _region(cell: NotebookNode) -> tuple[ast.Module, set[ast.AST]]:
    """A solution cell's tree, and those of its nodes that stand in a solution region."""
    tree = parsed(_or_nothing(solution_text, cell)) or ast.Module([], [])
    lines: set[int] = set()
    line = 1
    for part in split(cell.source) if tree.body else []:
        size = len(part.solution) if isinstance(part, Region) else 1
        lines |= set(range(line, line + size)) if isinstance(part, Region) else set()
        line += size
    inside: set[ast.AST] = {
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.expr | ast.stmt)
        if {node.lineno, node.end_lineno} <= lines
    }
    return tree, inside


def _cells(page: Page) -> Iterator[tuple[NotebookNode, tuple[str, list[str], Mapping[str, str]]]]:
    """What students get of each cell: where it is, its code or the code in its text, imports."""
    known = _imports(page.source)
    for cell in page.source.cells:
        codes = [cell.source] if cell.cell_type == "code" else snippets(cell.source)
        if notebook.is_solution(cell):
            codes = [_stub(cell)]
        elif notebook.is_test(cell):
            codes = [without_hidden(cell.source)[0]] if page.observes else []
        yield cell, (f"{page.name}, cell {notebook.label(cell)}", codes, known)


def _stub(cell: NotebookNode) -> str:
    return _or_nothing(stub_text, cell)


def _or_nothing(text: Callable[[str], str], cell: NotebookNode) -> str:
    """A solution cell's text, or nothing where its markers are wrong, as `stub-stale` reports."""
    try:
        return text(cell.source)
    except MarkerError:
        return ""


def _place(where: str, codes: Sequence[str], known: Mapping[str, str]) -> Place:
    trees = [tree for tree in map(parsed, codes) if tree]
    return Place(
        where,
        frozenset(
            each.key
            for tree in trees
            for each in subtrees(tree, {**known, **imports(tree)})
            if isinstance(each.node, ast.expr | ast.stmt)
        ),
    )


def _imports(source: NotebookNode) -> dict[str, str]:
    """What names stand for that the cells of a notebook import."""
    found: dict[str, str] = {}
    for cell in notebook.code_cells(source):
        found |= imports(parsed(cell.source) or ast.Module([], []))
    return found


def _whole(code: str, known: Mapping[str, str]) -> str:
    """What an expression is, or a statement."""
    [node] = ast.parse(code).body
    inner = node.value if isinstance(node, ast.Expr) else node
    return [*subtrees(inner, known)][-1].key
