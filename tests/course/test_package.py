"""What students install: nlplab alone, with all that it reads at run time."""

import ast
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import nlplab
from grader.course import checks, package, sources
from grader.errors import PublishError
from grader.notebooks import files
from nlplab.checkpoints import TWINS
from tests.support import ROOT
from tests.support.notebooks import lesson, save

pytestmark = pytest.mark.slow

IMPORT_ALL = """
import importlib, pkgutil, nlplab
for found in pkgutil.walk_packages(nlplab.__path__, "nlplab."):
    importlib.import_module(found.name)
    print(found.name)
"""


@pytest.fixture(scope="module")
def wheel() -> bytes:
    return package.wheel(ROOT, sources.assignments(ROOT))[1]


@pytest.fixture(scope="module")
def packed(wheel) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(wheel))


def test_it_holds_the_messages_the_font_and_the_grammar_of_the_corpus(packed):
    needed = [*ROOT.glob("nlplab/**/*.toml"), *ROOT.glob("nlplab/**/*.t[tx][ft]")]
    assert len(needed) >= 6
    assert {str(path.relative_to(ROOT)) for path in needed} <= set(packed.namelist())


def test_it_says_that_its_types_count(packed):
    assert "nlplab/py.typed" in packed.namelist()


def test_it_holds_the_small_models_whole(packed):
    sizes = {item.filename: item.file_size for item in packed.infolist()}
    files = [path for folder in TWINS.values() for path in folder.iterdir()]
    assert len(files) >= 15
    for path in files:
        assert sizes[str(path.relative_to(ROOT))] == path.stat().st_size


def test_it_holds_the_checks_and_what_was_recorded_of_them(packed):
    assert {"nlplab/checks/rnn.py", "nlplab/checks/recorded/02_rnn.json"} <= set(packed.namelist())


def test_what_was_recorded_of_all_sections_is_small(packed):
    recorded = [i for i in packed.infolist() if i.filename.startswith("nlplab/checks/recorded/")]
    assert 0 < sum(item.file_size for item in recorded) < 3_000_000


def test_of_some_sections_it_has_the_checks_of_these_alone():
    own = {"nlplab/checks/rnn.py", "nlplab/checks/recorded/02_rnn.json"}
    assert own <= package.package(ROOT, ["01_tokenizer", "02_rnn"]).keys()
    assert own.isdisjoint(package.package(ROOT, ["01_tokenizer"]))


def test_nlplab_works_without_the_checks_of_sections(tmp_path):
    for name, content in package.package(ROOT, []).items():
        files.write_bytes(tmp_path / name, content)
    run = [sys.executable, "-c", IMPORT_ALL]
    ran = subprocess.run(run, cwd=tmp_path, env={}, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert "nlplab.checks.check" in ran.stdout.split()
    assert "nlplab.checks.rnn" not in ran.stdout.split()


def test_the_checks_of_a_section_import_those_of_no_other():
    modules = {checks.module_of(name) for name in sources.assignments(ROOT)}
    there = {name: ROOT.joinpath(*name.split(".")).with_suffix(".py") for name in modules}
    read = {name: imported(path) for name, path in there.items() if path.is_file()}
    assert read
    assert {name: found & (modules - {name}) for name, found in read.items()} == {
        name: set() for name in read
    }


def imported(path: Path) -> set[str]:
    """What a module imports, and what of modules, by their whole names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name for alias in node.names}
            module = getattr(node, "module", None)
            found |= {module, *(f"{module}.{name}" for name in names)} if module else names
    return found


def test_a_text_that_was_recorded_gives_nothing_away(tmp_path):
    """What an answer returns stands in the data, also where its code has that text in it."""
    save(tmp_path, "01_cut", lesson())
    line = "words = text.strip().split()"
    files.write_text(tmp_path / "pyproject.toml", '[project]\nname = "nlplab"\n')
    recorded = checks.Files(tmp_path, "01_cut").recorded
    files.write_text(recorded, json.dumps({"cut-1": line}))
    assert recorded.relative_to(tmp_path).as_posix() in package.package(tmp_path, ["01_cut"])
    files.write_text(tmp_path / "nlplab/checks/cut.py", line)
    with pytest.raises(PublishError, match=r"checks/cut\.py gives a solution away"):
        package.package(tmp_path, ["01_cut"])


def test_it_holds_no_grader_no_training_and_no_answer(packed):
    assert [name for name in packed.namelist() if not name.startswith(("nlplab/", "nlplab-"))] == []


def test_it_has_the_version_of_nlplab_types_and_neither_extra_nor_command(packed):
    info = f"nlplab-{nlplab.__version__}.dist-info"
    assert "Provides-Extra" not in packed.read(f"{info}/METADATA").decode()
    assert f"{info}/entry_points.txt" not in packed.namelist()
    assert "nlplab/py.typed" in packed.namelist()


def test_it_is_small_enough_to_upload(wheel):
    assert len(wheel) < 20_000_000
