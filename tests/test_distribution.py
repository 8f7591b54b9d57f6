"""What students install: nlplab alone, with all that it reads at run time."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from grader.publish import publish
from nlplab.checkpoints import TWINS

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    publish(ROOT, folder / "student")
    command = ["-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    subprocess.run([sys.executable, *command, folder, folder / "student"], check=True)
    return next(folder.glob("nlplab-*.whl"))


def test_it_holds_the_messages_the_font_and_the_grammar_of_the_corpus(wheel):
    packed = set(zipfile.ZipFile(wheel).namelist())
    needed = [*ROOT.glob("nlplab/**/*.toml"), *ROOT.glob("nlplab/**/*.t[tx][ft]")]
    assert len(needed) >= 6
    assert {str(path.relative_to(ROOT)) for path in needed} <= packed


def test_it_holds_the_small_models_whole(wheel):
    packed = {item.filename: item.file_size for item in zipfile.ZipFile(wheel).infolist()}
    files = [path for folder in TWINS.values() for path in folder.iterdir()]
    assert len(files) >= 15
    for path in files:
        assert packed[str(path.relative_to(ROOT))] == path.stat().st_size


def test_it_holds_no_grader_no_training_and_no_answer(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if not name.startswith(("nlplab/", "nlplab-"))] == []


def test_it_is_small_enough_to_upload(wheel):
    assert wheel.stat().st_size < 20_000_000
