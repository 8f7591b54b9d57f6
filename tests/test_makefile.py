"""`make` on a machine that lacks what it needs."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


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
