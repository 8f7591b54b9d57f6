"""A small course, the folder that commands run in, and the commands themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from grader.cli.app import app
from tests.support import notebooks

NAME = "01_cut"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of one section, which is the working directory."""
    root = notebooks.course(tmp_path, NAME)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def command(root: Path) -> Callable[..., Result]:
    """A command of `grader`, run in the folder of the course."""
    runner = CliRunner(env={"COLUMNS": "200"})
    return lambda *words: runner.invoke(app, words)
