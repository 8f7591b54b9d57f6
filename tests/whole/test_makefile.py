"""`make` on a machine that lacks what it needs."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support import ROOT


@pytest.fixture
def fresh(tmp_path):
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def make(folder: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run(["make", "-s", *words], cwd=folder, capture_output=True, text=True)


@pytest.mark.parametrize("target", ["demo", "test"])
def test_without_a_fitting_python_one_line_says_what_to_install(fresh, target):
    done = make(fresh, target, "PYTHON=/bin/false")
    assert done.returncode != 0
    [line] = done.stdout.splitlines()
    assert "Python 3.11" in line
    assert "apt install" in line
    assert not (fresh / ".venv").exists()


def test_make_alone_lists_the_targets(fresh):
    listed = {line.split()[0] for line in make(fresh).stdout.splitlines()}
    assert {"setup", "demo", "test", "release", "lint", "nbval", "colab-check", "lab"} <= listed


def test_jupyterlab_is_opened_with_what_the_formgrader_needs_for_a_new_class(fresh):
    programs = fresh / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, text in {"jupyter": "alembic", "alembic": "ls -d class"}.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n")
        (programs / name).chmod(0o755)
    (fresh / ".venv" / ".installed").touch()
    done = make(fresh, "lab")  # nbgrader starts alembic by name, to make class/gradebook.db
    assert (done.returncode, done.stdout.split()[-1]) == (0, "class")
