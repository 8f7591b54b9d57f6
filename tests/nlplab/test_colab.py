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

from grader.course import sources
from grader.notebooks import files, notebook
from nlplab import colab, messages
from tests.support import ROOT

FIRST = next(notebook.code_cells(files.read(sources.source_path(ROOT, "01_tokenizer")))).source


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


def run_first_cell(folder: Path, monkeypatch, repository: str = "") -> list[list[str]]:
    """Runs the first cell up to its import, in `folder`, where nlplab is not installed."""
    asked: list[list[str]] = []
    monkeypatch.chdir(folder)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(subprocess, "run", lambda command, check: asked.append(command))
    code = FIRST.split("from nlplab")[0].replace('REPOSITORY = ""', f'REPOSITORY = "{repository}"')
    exec(code, {})
    return asked


def test_a_wheel_beside_the_notebook_is_installed_first(tmp_path, monkeypatch):
    (tmp_path / "nlplab-0.1.0-py3-none-any.whl").touch()
    [command] = run_first_cell(tmp_path, monkeypatch, "https://example.org/archive.zip")
    assert command == [sys.executable, *["-m", "pip", "install", "--quiet"], command[-1]]
    assert command[-1] == "nlplab-0.1.0-py3-none-any.whl"


def test_without_a_wheel_the_student_repository_is_installed(tmp_path, monkeypatch):
    [command] = run_first_cell(tmp_path, monkeypatch, "https://example.org/archive.zip")
    assert command[-1] == "https://example.org/archive.zip"


def test_with_neither_it_says_what_to_do(tmp_path, monkeypatch):
    with pytest.raises(SystemExit, match=r"nlplab-\*\.whl"):
        run_first_cell(tmp_path, monkeypatch)
