"""The names in the code of a cell, so that it is known what a test cell takes from the student."""

import ast
import builtins
import symtable
from collections.abc import Iterable, Iterator

_IPYTHON = {"display", "get_ipython", "In", "Out"}
_MODELS = ("bert", "gpt2", "marian")
# What packages of the course load only once it is needed, which no cell's time should pay for.
_LATER = {
    "nlplab": ("beartype.door", "beartype.roar"),
    "nlplab.colab": (  # by the first cell of every notebook
        *("nlplab.fonts", "importlib.resources.readers", "nlplab.plots", "pandas", "torch"),
    ),
    "torch": ("safetensors.torch",),
    "torch.optim": ("torch._dynamo",),  # by the first optimizer
    "transformers": tuple(f"transformers.models.{name}.modeling_{name}" for name in _MODELS),
    "transformers.AutoTokenizer": (
        *("sacremoses", "sentencepiece"),
        *("transformers.models.auto.modeling_auto", "transformers.models.auto.tokenization_auto"),
        *(f"transformers.models.{name}.tokenization_{name}" for name in _MODELS),
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
    found: set[str] = set()
    for node in (node for code in codes for node in ast.walk(ast.parse(code))):
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "torch.optim":
            found.add("torch.optim")
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    packages = {name.split(".")[0] for name in found}
    found |= {later for name in found | packages for later in _LATER.get(name, ())}
    return tuple(sorted(found))


def _is_global(symbol: symtable.Symbol) -> bool:
    return symbol.is_referenced() and symbol.is_global()


def _tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for child in table.get_children():
        yield from _tables(child)
