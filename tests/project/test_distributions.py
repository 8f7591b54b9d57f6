"""What pip installs: nlplab for notebooks, the extra `grader` for instructors, pinned for CI."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Iterable
from email import message_from_bytes
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import nlplab
from tests.support import ROOT

PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]
REQUIRED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["grader"]]
ROOMS = {"nlplab", "grader", "pretraining", "tools", "tests"}


def names(lines: Iterable[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in lines}


NLPLAB = names(PROJECT["dependencies"])
GRADER = names(PROJECT["optional-dependencies"]["grader"])


def pins() -> dict[str, str]:
    """The version that requirements.txt gives each distribution. Each line has its reason."""
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    pinned = [line for line in lines if line and not line.startswith("#")]
    found = [re.fullmatch(r"([\w.-]+)==(\S+) +# .+", line) or pytest.fail(line) for line in pinned]
    return {canonicalize_name(match[1]): match[2] for match in found}


def imported(*rooms: str) -> set[str]:
    """The distributions of which code in these folders imports a module."""
    paths = [path for room in rooms for path in ROOT.glob(f"{room}/**/*.py")]
    found = {module for path in paths if "answers" not in path.parts for module in modules(path)}
    return {canonicalize_name(name) for module in found for name in installed()[module]}


@cache
def modules(path: Path) -> set[str]:
    """The modules of others that this file imports, by the names before the first dot."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names} - ROOMS - sys.stdlib_module_names - {""}


installed = cache(metadata.packages_distributions)


def test_nlplab_requires_what_it_imports_and_the_extra_the_rest_of_what_grader_does():
    assert imported("nlplab") - NLPLAB == set()
    assert imported("grader") - NLPLAB - GRADER == set()
    assert NLPLAB.isdisjoint(GRADER)


def test_everything_required_is_imported_or_says_what_it_is_for():
    for name in (NLPLAB | GRADER) - imported("nlplab", "grader"):
        assert re.search(rf'"{name}[^"]*", # \S', PYPROJECT), name


@pytest.mark.parametrize("line", REQUIRED)
def test_what_is_required_is_pinned_within_its_range(line):
    wanted = Requirement(line)
    assert pins()[canonicalize_name(wanted.name)] in wanted.specifier


def test_what_tests_and_tools_import_is_pinned():
    assert imported("pretraining", "tests", "tools") - pins().keys() == set()


# --- as pip does it ---


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Built of a copy, since setuptools leaves folders behind where it builds."""
    folder = tmp_path_factory.mktemp("project")
    for room in ("nlplab", "grader"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (ROOT / "pyproject.toml", ROOT / "README.md", *ROOT.glob("LICENSE*")):
        shutil.copy(path, folder)
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir"]
    pip("wheel", *options, folder / "built", folder)
    [built] = (folder / "built").glob("*.whl")
    return built


@pytest.fixture
def environment(tmp_path, wheel) -> Path:
    """Programs of an environment with the wheel and nothing that it requires."""
    venv.create(tmp_path, symlinks=True)
    options = ["--quiet", "--no-deps", "--no-index"]
    pip("--python", tmp_path / "bin" / "python", "install", *options, wheel)
    return tmp_path / "bin"


def pip(*words: object) -> None:
    subprocess.run([sys.executable, "-m", "pip", *map(str, words)], check=True)


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, words)], cwd="/", env={}, capture_output=True, text=True)


@pytest.mark.slow
def test_a_wheel_holds_every_file_of_its_packages(wheel):
    kept = {path for path in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in path}
    files = [p for room in ("nlplab", "grader") for p in (ROOT / room).rglob("*") if p.is_file()]
    assert kept == {p.relative_to(ROOT).as_posix() for p in files if p.suffix != ".pyc"}


@pytest.mark.slow
def test_a_wheel_has_the_version_of_nlplab_and_requires_the_graders_packages_for_its_extra(wheel):
    [name] = [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith("/METADATA")]
    told = message_from_bytes(zipfile.ZipFile(wheel).read(name))
    requires = told.get_all("Requires-Dist")
    assert told["Version"] == nlplab.__version__
    assert names(line for line in requires if "extra" not in line) == NLPLAB
    assert (
        names(line for line in requires if "extra == 'grader'" in line.replace('"', "'")) == GRADER
    )


@pytest.mark.slow
def test_without_the_extra_grader_says_in_one_line_what_to_install(environment):
    assert run(environment / "python", "-c", "import nlplab").returncode == 0
    done = run(environment / "grader", "--help")
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert "pip install '.[grader]'" in line


@pytest.mark.slow
def test_with_the_extra_an_installed_grader_works(environment):
    [packages] = environment.parent.glob("lib/python*/site-packages")
    [everything] = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "extra.pth").write_text(everything)
    done = run(environment / "grader", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "grade" in done.stdout
