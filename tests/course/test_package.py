"""What students install: nlplab alone, with all that it reads at run time."""

import io
import zipfile

import pytest

import nlplab
from grader.course import package
from nlplab.checkpoints import TWINS
from tests.support import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel() -> bytes:
    return package.wheel(ROOT)[1]


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


def test_it_holds_no_grader_no_training_and_no_answer(packed):
    assert [name for name in packed.namelist() if not name.startswith(("nlplab/", "nlplab-"))] == []


def test_it_has_the_version_of_nlplab_types_and_neither_extra_nor_command(packed):
    info = f"nlplab-{nlplab.__version__}.dist-info"
    assert "Provides-Extra" not in packed.read(f"{info}/METADATA").decode()
    assert f"{info}/entry_points.txt" not in packed.namelist()
    assert "nlplab/py.typed" in packed.namelist()


def test_it_is_small_enough_to_upload(wheel):
    assert len(wheel) < 20_000_000
