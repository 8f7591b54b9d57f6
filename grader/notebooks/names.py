"""The names in the code of a cell, so that it is known what a test cell takes from the student."""

import ast
import builtins
import symtable
from collections.abc import Iterable, Iterator

_IPYTHON = {"display", "get_ipython", "In", "Out"}
# What packages of the course load only once it is needed, which no cell's time should pay for.
_LATER = {
    "nlplab": (
        *("beartype.door", "beartype.roar", "nlplab.fonts", "importlib.resources.readers"),
        *("nlplab.plots", "pandas", "torch"),  # by the first cell of every notebook
    ),
    "torch": ("safetensors.torch",),
    "transformers": (
        "sacremoses",
        "sentencepiece",
        *(
            f"transformers.models.{name}"
            for name in (
                "auto.modeling_auto",
                "auto.tokenization_auto",
                "bert.modeling_bert",
                "bert.tokenization_bert",
                "gpt2.modeling_gpt2",
                "gpt2.tokenization_gpt2",
                "marian.modeling_marian",
                "marian.tokenization_marian",
            )
        ),
    ),
}


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


def modules(codes: Iterable[str]) -> tuple[str, ...]:
    """The modules that cells import, and what these load at first use, sorted; raises SyntaxError.

    What `from` brings may be a module or a name in one, so that not all need exist:

    >>> modules(["import re", "from itertools import chain"])
    ('itertools', 'itertools.chain', 're')
    """
    found = {name for code in codes for name in imported(code)}
    packages = {name.split(".")[0] for name in found}
    found |= {later for package in packages for later in _LATER.get(package, ())}
    return tuple(sorted(found))


def imported(code: str) -> set[str]:
    """The modules that code imports by itself; raises SyntaxError."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _is_global(symbol: symtable.Symbol) -> bool:
    return symbol.is_referenced() and symbol.is_global()


def _tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for child in table.get_children():
        yield from _tables(child)
