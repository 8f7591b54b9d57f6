"""Code as trees that are alike whatever its local names: what two pieces of code have in common."""

import ast
import builtins
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_UNCOUNTED = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
_KNOWN = {name: name for name in dir(builtins)}
_LOCAL = "<>"


@dataclass(frozen=True)
class Subtree:
    """A node with all below it: how many nodes, and what it is but for its local names.

    Contexts and operators are not counted. Imported names are what they stand for.
    """

    node: ast.AST
    size: int
    key: str


def imports(tree: ast.AST) -> dict[str, str]:
    """What the names that code imports stand for, such as `nn` for `torch.nn`."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            whole = {
                each.name.partition(".")[0]: each.name.partition(".")[0] for each in node.names
            }
            found |= whole | {each.asname: each.name for each in node.names if each.asname}
        elif isinstance(node, ast.ImportFrom):
            found |= {each.asname or each.name: f"{node.module}.{each.name}" for each in node.names}
    return found


def subtrees(node: ast.AST, imported: Mapping[str, str]) -> Iterator[Subtree]:
    """Every node of code, the inner ones first and the whole last."""
    size, keys = int(not isinstance(node, _UNCOUNTED)), []
    for child in ast.iter_child_nodes(node):
        for each in subtrees(child, imported):
            yield each
        size += each.size
        keys.append(each.key)
    yield Subtree(node, size, _key(node, keys, imported))


def _key(node: ast.AST, children: list[str], imported: Mapping[str, str]) -> str:
    """What a node is, given what those below it are."""
    if isinstance(node, ast.expr_context):
        return ""
    if isinstance(node, ast.Name):
        return f"<{imported.get(node.id, _KNOWN.get(node.id, ''))}>"
    if isinstance(node, ast.Attribute):
        of = children[0]
        dotted = of.startswith("<") and of != _LOCAL
        return f"<{of[1:-1]}.{node.attr}>" if dotted else f"{of}.{node.attr}"
    if isinstance(node, ast.Constant):
        return repr(node.value)
    name = node.arg if isinstance(node, ast.keyword) else ""
    name = node.name if isinstance(node, ast.alias) else name
    places = [  # which of the fields that may be empty are, and how long the lists are
        f"{field}{len(value) if isinstance(value, list) else ''}"
        for field, value in ast.iter_fields(node)
        if value is not None and not isinstance(value, ast.expr_context)
    ]
    return f"{type(node).__name__} {name} {' '.join(places)} ({', '.join(filter(None, children))})"
