"""Rules for test cells, which must run against stand-ins as well as in the student's notebook."""

import ast
import re
from collections.abc import Iterator

from grader.lint.page import Fault, Page, Rule, imported
from grader.notebooks.names import bound_names, free_names


def _test_names(page: Page) -> Iterator[Fault]:
    known = page.student_names() | ({"checks"} if page.observes else set())
    for cell, _ in page.tests():
        for name in sorted(free_names(cell.source) - known):
            yield cell, f"`{name}` is defined by no solution cell: import it in the test cell"


def _test_writes(page: Page) -> Iterator[Fault]:
    known = page.student_names()
    for cell, tree in page.tests():
        for name in sorted(bound_names(cell.source) & known):
            yield cell, f"`{name}` is the student's name: choose another for the test's own value"
        student = free_names(cell.source)
        for node in ast.walk(tree):
            for target in _written(node):
                if _root_name(target) in student:
                    yield (
                        cell,
                        f"`{ast.unparse(target)}` changes what is the student's: make a copy",
                    )


def _written(node: ast.AST) -> list[ast.expr]:
    """What a statement writes to or deletes, plain names that it binds left out."""
    if isinstance(node, ast.Delete):
        return node.targets
    if isinstance(node, ast.Call) and _dotted(node.func) in ("setattr", "delattr"):
        return node.args[:1]
    if isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store):
        return [node]
    return []


def _root_name(node: ast.expr) -> str | None:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def _test_seed(page: Page) -> Iterator[Fault]:
    for cell, tree in page.tests():
        for name in _calls(tree):
            if name.rpartition(".")[2] in ("seed", "manual_seed", "manual_seed_all", "seed_all"):
                yield cell, f"`{name}`: write the values down, or make them with load_state_dict"


def _test_outside(page: Page) -> Iterator[Fault]:
    for cell, tree in page.tests():
        outside = {"urllib", "requests", "httpx", "socket", "subprocess"} & imported(tree)
        calls = [n for n in _calls(tree) if n == "open" or n.endswith((".open", ".cuda"))]
        strings = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
        devices = [s for s in strings if isinstance(s, str) and re.fullmatch(r"cuda(:\d+)?", s)]
        for word in sorted(outside | set(calls) | set(devices)):
            yield cell, f"`{word}`: a test cell reads no file or address and needs no GPU"


def _test_check(page: Page) -> Iterator[Fault]:
    if page.observes:  # `check-cell` asks for more
        return
    for cell, tree in page.tests():
        attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
        if not any(isinstance(n.value, ast.Name) and n.value.id == "check" for n in attributes):
            yield cell, "compare with `check.`: a bare assert gives no diagnosis"


def _calls(tree: ast.AST) -> list[str]:
    return [_dotted(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _dotted(node: ast.expr) -> str:
    """`a.b` for a name or an attribute, with whatever else stands in front left out."""
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


RULES: dict[str, Rule] = {
    "test-names": _test_names,
    "test-writes": _test_writes,
    "test-seed": _test_seed,
    "test-outside": _test_outside,
    "test-check": _test_check,
}
