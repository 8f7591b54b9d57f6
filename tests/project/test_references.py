"""Modules that strings, commands and settings name: no import would miss one that is not there."""

import ast
import importlib.util
import re
from collections.abc import Iterator
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


TOLD = list(strings())
NAMES = sorted({name for text in TOLD for name in NAMED.findall(text)})
COMMANDS = sorted({name for text in TOLD for name in RUN.findall(text)})
PARTS = sorted(
    {
        f"{module}:{part.split(' as ')[0]}"
        for text in TOLD
        for module, parts in IMPORTED.findall(text)
        for part in parts.split(", ")
    }
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_a_string_is_there(name):
    resolve_name(name)


@pytest.mark.parametrize("part", PARTS)
def test_what_an_import_in_a_string_asks_for_is_there(part):
    module, name = part.split(":")
    assert hasattr(resolve_name(module), name) or importlib.util.find_spec(f"{module}.{name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_module_that_is_to_be_run_can_be(name):
    package = importlib.util.find_spec(name).submodule_search_locations
    found = importlib.util.find_spec(f"{name}.__main__" if package else name)
    assert found is not None
    if not package:
        assert 'if __name__ == "__main__":' in found.loader.get_source(name)


def test_every_kind_of_place_is_looked_at():
    """A command, the probe of the sandbox, nbgrader's settings, loaders, scripts, make and CI."""
    assert {"grader.sandboxed.forkserver", "tools.bench", "tools.soak", "pretraining"} <= {
        *COMMANDS
    }
    assert "grader.sandboxed:namespaces" in PARTS
    assert {"grader.plugins.autograde.Sandboxed", "grader.course", "grader.pages"} <= {*NAMES}
    assert "grader.__main__:main" in NAMES
