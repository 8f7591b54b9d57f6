"""Modules that strings, commands and settings name: no import would miss one that is not there."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from pkgutil import resolve_name

import pytest

from tests.support import ROOT

CODE = [
    p for room in ("grader", "nlplab", "pretraining", "tools") for p in ROOT.glob(f"{room}/**/*.py")
]
CODE += [ROOT / "nbgrader_config.py", *ROOT.glob("tests/*.py"), *ROOT.glob("tests/support/*.py")]
TEXTS = [ROOT / name for name in ("pyproject.toml", "Makefile", ".ci/run")]
TEXTS += [*ROOT.glob(".github/**/*.yml"), *ROOT.glob("docs/**/*.md")]
TEXTS += [path for path in ROOT.glob("*.md") if path.name != "CHANGELOG.md"]  # history keeps names

DOTTED = r"(?:grader|nlplab|pretraining|tools|tests\.support)(?:\.[A-Za-z_]\w*)*"
NAMED = re.compile(rf"(?<![\w./@-]){DOTTED}(?::\w+)?(?![\w/-]|\.\w)")
IMPORTED = re.compile(rf"\bfrom ({DOTTED}) import (\w+(?: as \w+)?(?:, \w+(?: as \w+)?)*)")
RUN = re.compile(rf"-m ({DOTTED})")


def strings() -> Iterator[str]:
    """What is written in strings of the code, docstrings included, and in every other text."""
    for path in CODE:
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        words = [node.value for node in nodes if isinstance(node, ast.Constant)]
        yield from (word for word in words if isinstance(word, str))
        for node in nodes:
            if isinstance(node, ast.List | ast.Tuple):  # the words of a command
                words = [e.value for e in node.elts if isinstance(e, ast.Constant)]
                yield " ".join(word for word in words if isinstance(word, str))
    yield from (path.read_text("utf-8") for path in TEXTS)


@pytest.fixture(scope="module")
def told() -> list[str]:
    return list(strings())


def test_every_name_in_a_string_is_there(told: list[str]) -> None:
    names = {name for text in told for name in NAMED.findall(text)}
    assert names
    for name in sorted(names):
        resolve_name(name)


def test_what_an_import_in_a_string_asks_for_is_there(told: list[str]) -> None:
    asked = {
        (module, part.split(" as ")[0])
        for text in told
        for module, parts in IMPORTED.findall(text)
        for part in parts.split(", ")
    }
    assert asked
    assert not [
        f"{module}:{name}"
        for module, name in sorted(asked)
        if not hasattr(resolve_name(module), name)
        and importlib.util.find_spec(f"{module}.{name}") is None
    ]


def test_every_module_that_is_to_be_run_can_be(told: list[str]) -> None:
    names = {name for text in told for name in RUN.findall(text)}
    assert names
    assert not [name for name in sorted(names) if not can_be_run(name)]


def can_be_run(name: str) -> bool:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.submodule_search_locations:
        return importlib.util.find_spec(f"{name}.__main__") is not None
    return 'if __name__ == "__main__":' in Path(spec.origin).read_text("utf-8")
