"""What of a module's text a part of it reaches: a change elsewhere does not concern that part."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence


def words(texts: Iterable[str]) -> set[str]:
    """The words that stand in these texts, names among them."""
    return {word for text in texts for word in re.findall(r"\w+", text)}


def reached(code: str, roots: Iterable[str]) -> list[str]:
    """The statements of a module that define these names, and all that those may come to use.

    Whatever stands in a statement counts as used, in strings and comments too: an object may be
    named by its place, as `"nlplab.doubles.Around"`. A statement that defines nothing, but for a
    string, concerns all; of what is imported, the names that are used. Raises SyntaxError.
    """
    tree = ast.parse(code)
    imported = dict(_imported(tree))
    statements = defaultdict[str, list[str]](list)
    for name, text in _defined(tree, code.splitlines()):
        statements[name].append(text)
    found, ahead = set[str](), {"", *roots} & statements.keys()
    while ahead:
        found |= ahead
        ahead = words(text for name in ahead for text in statements[name]) & statements.keys()
        ahead -= found
    texts = {text for name in found for text in statements[name]}
    return sorted(texts | {imported[name] for name in words(texts) & imported.keys()})


def entries(code: str, mapping: str) -> dict[str, str]:
    """The text of each value of a dict that a module spells out, by its key; raises SyntaxError.

    A module that has none such gives none.
    """
    for node in ast.parse(code).body:
        if not (isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)):
            continue
        if mapping in _bound(node):
            pairs = zip(node.value.keys, node.value.values, strict=True)
            return {
                str(key.value): ast.unparse(value)
                for key, value in pairs
                if isinstance(key, ast.Constant)
            }
    return {}


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each name that a module imports, with what it is a name of."""
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{getattr(node, 'module', '')} {alias.name}"


def _defined(tree: ast.Module, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each name that a module defines, with the text of its statement; "" where there is none."""
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            continue
        decorators = [each.lineno for each in getattr(node, "decorator_list", [])]
        text = "\n".join(lines[min([node.lineno, *decorators]) - 1 : node.end_lineno])
        if names := list(_bound(node)):
            yield from ((name, text) for name in names)
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            yield "", text


def _bound(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = (name for target in targets for name in ast.walk(target))
        yield from (name.id for name in names if isinstance(name, ast.Name))
