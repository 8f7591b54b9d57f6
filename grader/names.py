"""The names in the code of a cell, so that it is known what a test cell takes from the student."""

import ast
import builtins
import symtable
from collections.abc import Iterable, Iterator

_IPYTHON = {"display", "get_ipython", "In", "Out"}


def bound_names(code: str) -> set[str]:
    """Names that a cell binds at its top level, imports left out; raises SyntaxError."""
    table = symtable.symtable(code, "<cell>", "exec")
    return {s.get_name() for s in table.get_symbols() if s.is_local() and not s.is_imported()}


def free_names(code: str) -> set[str]:
    """Names that a cell uses and neither binds nor imports, builtins left out; raises SyntaxError.

    In a test cell these are the student's:

    >>> free_names("from nlplab import check\\ncheck.equal(cut('abc'), ['a', 'b'])")
    {'cut'}
    """
    top = symtable.symtable(code, "<cell>", "exec")
    bound = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_local()}
    used = {s.get_name() for table in _tables(top) for s in table.get_symbols() if _is_global(s)}
    return used - bound - set(dir(builtins)) - _IPYTHON


def imports(codes: Iterable[str]) -> tuple[str, ...]:
    """What cells import, sorted: `module`, or `module:name`; raises SyntaxError.

    >>> imports(["import torch", "from torch import nn"])
    ('torch', 'torch:nn')
    """
    found = set()
    for node in (node for code in codes for node in ast.walk(ast.parse(code))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found |= {f"{node.module}:{alias.name}" for alias in node.names}
    return tuple(sorted(found))


def _is_global(symbol: symtable.Symbol) -> bool:
    return symbol.is_referenced() and symbol.is_global()


def _tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for child in table.get_children():
        yield from _tables(child)
