"""The form of an answer: what it is but for the names it gives, its spaces and its comments.

Two answers of one form are the same to who reads them with other names. What a student wrote is
only parsed, never run, and how much of it is looked at is bounded.
"""

import ast
import io
import keyword
import re
import tokenize
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from grader.notebooks.files import sha256

LONGEST = 10_000  # characters of an answer that is looked at
DEEPEST = 40  # brackets within brackets: more makes Python's parser slow, and nobody writes it
_SCOPES = (
    *(ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)
_UNCOUNTED = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
_UNSAID = ("ctx", "kind", "type_comment", "annotation", "returns", "type_params", "asname")
_BREAKS = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER)
_BLANKS = (*_BREAKS, tokenize.INDENT, tokenize.DEDENT)


@dataclass(frozen=True)
class Form:
    """What two answers have in common that differ in names alone, and how large it is."""

    key: str
    size: int  # nodes of its tree; words, where it has none


def form(text: str, kind: str = "code") -> Form | None:
    """The form of a cell; None for one that is empty, or too long to be looked at.

    Code that is no Python has that of its words, and so has a text.

    >>> form("total = a + b  # all") == form("s = (a+b)")
    True
    """
    if len(text) > LONGEST or not text.strip():
        return None
    if kind != "code":
        return _of_words(text.casefold().split())
    if (tree := _tree(text)) is not None:
        return _of_tree(tree)
    return _of_words(_words(text))


def _of_words(words: list[str]) -> Form:
    return Form(sha256(" ".join(words).encode("utf-8", "replace")), len(words))


def _words(code: str) -> list[str]:
    """The tokens of code, names by their number; behind a mistake that ends these, its words."""
    known: dict[str, str] = {}
    found: list[str] = []
    end = (1, 0)
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            word, end = token.string, token.end
            if token.type == tokenize.NAME and not keyword.iskeyword(word):
                word = known.setdefault(word, f"<{len(known)}>")
            if token.type not in _BLANKS:
                found.append(word)
    except (tokenize.TokenError, SyntaxError):
        left = code.split("\n")[end[0] - 1 :]
        found += [*left[0][end[1] :].split(), *" ".join(left[1:]).split()] if left else []
    return found


def _tree(code: str) -> ast.Module | None:
    if _depth(code) > DEEPEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of escapes in the student's strings
            return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _depth(code: str) -> int:
    """How many brackets are open at once, at most; those in texts count too."""
    opened = (1 if mark in "([{" else -1 for mark in re.findall(r"[][(){}]", code))
    return max(accumulate(opened), default=0)


@dataclass(eq=False)
class _Scope:
    """The names that a piece of code binds, each as it is called in a form; and where it stands."""

    outer: "_Scope | None" = None
    names: dict[str, str] = field(default_factory=dict)

    def called(self, name: str) -> str:
        """What a name is called: its number where the answer gives it, else itself."""
        scope: _Scope | None = self
        level = 0
        while scope is not None:
            if name in scope.names:
                if not scope.names[name]:
                    scope.names[name] = f"<{sum(map(bool, scope.names.values()))}>"
                return f"{level}{scope.names[name]}"
            scope, level = scope.outer, level + 1
        return name


def _of_tree(tree: ast.Module) -> Form:
    """The tree in one line, without recursion: a student's code may be as deep as it likes."""
    nodes = list(_scoped(tree))
    attributes = _Scope()
    for node, scope in nodes:
        for name, called in _bound(node):
            scope.names.setdefault(name, called)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            attributes.names.setdefault(node.attr, "")
    said = [_said(node, scope, attributes) for node, scope in nodes]
    size = sum(not isinstance(node, _UNCOUNTED) for node, _ in nodes)
    return Form(sha256("\n".join(said).encode("utf-8", "replace")), size)


def _scoped(tree: ast.Module) -> Iterator[tuple[ast.AST, _Scope]]:
    """Every node that says something, in the order of the text, with the scope it stands in."""
    waiting: list[tuple[ast.AST, _Scope]] = [(tree, _Scope())]
    while waiting:
        node, scope = waiting.pop()
        yield node, scope
        if isinstance(node, _SCOPES):
            scope = _Scope(scope)
        children = [
            child
            for name, value in ast.iter_fields(node)
            if name not in _UNSAID
            for child in (value if isinstance(value, list) else [value])
            if isinstance(child, ast.AST) and not _is_text(child)
        ]
        waiting += [(child, scope) for child in reversed(children)]


def _is_text(node: ast.AST) -> bool:
    """Whether a statement is a text alone, such as a docstring: a comment."""
    text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return text and isinstance(node.value.value, str)  # type: ignore[attr-defined]


def _bound(node: ast.AST) -> list[tuple[str, str]]:
    """The names that a node gives to something where it stands; an import's with what it brings."""
    match node:
        case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
            return [(name, "")]
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [(name, "")]
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
            return [(name, "")]
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            module = getattr(node, "module", None)
            whole = [f"{module}.{each.name}" if module else each.name for each in names]
            return [(e.asname or e.name, f"={w}") for e, w in zip(names, whole, strict=True)]
    return []


def _said(node: ast.AST, scope: _Scope, attributes: _Scope) -> str:
    """A node in a line: its kind, how many children it has in which field, and what it names."""
    parts = [type(node).__name__]
    for name, value in ast.iter_fields(node):
        if name in _UNSAID or value is None:
            continue
        if isinstance(value, list):
            count = sum(not _is_text(each) for each in value if isinstance(each, ast.AST))
            texts = [scope.called(each) for each in value if isinstance(each, str)]
            parts.append(f"{name} {count} {' '.join(texts)}")
        elif name in ("id", "arg", "name") and not isinstance(node, ast.keyword | ast.alias):
            parts.append(scope.called(value))
        elif isinstance(node, ast.Attribute) and isinstance(value, str):
            parts.append(attributes.called(value))
        elif isinstance(value, ast.AST):
            parts.append(name)
        else:
            parts.append(_constant(value))
    return " ".join(parts)


def _constant(value: object) -> str:
    """A value that stands in code; a number may have more digits than Python writes out."""
    number = isinstance(value, int)
    return f"{type(value).__name__} {value:x}" if number else f"{type(value).__name__} {value!r}"
