"""The first cell: what it installs, says and seeds, and how it finds nlplab."""

import random
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import numpy
import pandas
import pytest
import torch

import nlplab
from grader.course import build
from grader.notebooks import notebook
from nlplab import colab, messages
from tests.support import ROOT, first_cell

FIRST = next(notebook.code_cells(build.student_release(ROOT, "ko", "01_tokenizer"))).source


@pytest.fixture(autouse=True)
def korean():
    yield
    messages.use("ko")


@pytest.fixture
def installs(monkeypatch):
    """What pip was asked to do, without doing it."""
    asked: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, check: asked.append(command))
    return asked


def test_setting_up_says_versions_and_device_in_the_readers_language(capsys):
    colab.setup(lang="en")
    said = capsys.readouterr().out
    assert torch.__version__ in said
    assert "Ready" in said
    assert said.count("\n") == 1


def test_setting_up_seeds_every_generator():
    drawn = []
    for _ in range(2):
        colab.setup()
        drawn.append((random.random(), numpy.random.rand(), torch.rand(1).item()))
    assert drawn[0] == drawn[1]


def test_tables_show_long_sentences_whole():
    colab.setup()
    sentence = "word " * 40 + "end"
    assert sentence in pandas.DataFrame({"sentence": [sentence]}).to_html()


def test_nothing_is_installed_where_nothing_is_missing(installs):
    colab.setup()
    assert installs == []


def test_what_is_missing_is_installed_and_nothing_else(installs, monkeypatch):
    wanted = ["torch>=2.6", "nowhere-to-be-found>=1", "extra-thing; extra == 'all'"]
    monkeypatch.setattr(metadata, "requires", lambda name: wanted)
    colab.setup()
    assert [command[-1:] for command in installs] == [["nowhere-to-be-found>=1"]]


def test_a_language_the_course_does_not_have_is_refused():
    with pytest.raises(ValueError, match="ko, en"):
        colab.setup(lang="fr")


ARCHIVE = "https://example.org/archive.zip"
WHEEL = f"nlplab-{nlplab.__version__}-py3-none-any.whl"


def run_first_cell(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    repository: str = "",
    *,
    found: str | None = None,
    refused: bool = False,
) -> list[list[str]]:
    """What pip was asked to do by a release for this repository."""
    code = FIRST.replace('REPOSITORY = ""', f'REPOSITORY = "{repository}"')
    return first_cell.run(code, folder, monkeypatch, found=found, refused=refused)


@pytest.mark.parametrize("found", [None, "0.1.0", "0.1.10"])
def test_a_wheel_beside_the_notebook_is_installed_first(found, tmp_path, monkeypatch):
    (tmp_path / WHEEL).touch()
    [command] = run_first_cell(tmp_path, monkeypatch, ARCHIVE, found=found)
    assert command == [sys.executable, *["-m", "pip", "install", "--quiet", "--upgrade"], WHEEL]


@pytest.mark.parametrize("found", [None, "0.1.0"])
def test_without_its_wheel_the_student_repository_is_installed(found, tmp_path, monkeypatch):
    (tmp_path / "nlplab-0.1.0-py3-none-any.whl").touch()
    [command] = run_first_cell(tmp_path, monkeypatch, ARCHIVE, found=found)
    assert command[-1] == ARCHIVE


@pytest.mark.parametrize("found", [nlplab.__version__, "0.10.0", "1.0"])
def test_nlplab_that_is_new_enough_stays(found, tmp_path, monkeypatch):
    assert run_first_cell(tmp_path, monkeypatch, ARCHIVE, found=found) == []


@pytest.mark.parametrize(("repository", "refused"), [("", False), (ARCHIVE, True)])
def test_where_none_can_be_installed_it_says_what_to_do(repository, refused, tmp_path, monkeypatch):
    with pytest.raises(SystemExit) as stopped:
        run_first_cell(tmp_path, monkeypatch, repository, refused=refused)
    assert str(stopped.value).count(WHEEL) == 2  # in each language
    assert "\n" not in str(stopped.value)


@pytest.mark.parametrize(("repository", "refused"), [("", False), (ARCHIVE, True)])
def test_where_an_older_one_must_do_it_says_so_in_one_line_and_goes_on(
    repository, refused, tmp_path, monkeypatch, capsys
):
    run_first_cell(tmp_path, monkeypatch, repository, found="0.1.0", refused=refused)
    said = capsys.readouterr().out
    assert said.count(f"nlplab {nlplab.__version__}") == 2
    assert said.count("\n") == 1
