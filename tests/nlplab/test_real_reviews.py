"""Section 01 on the reviews that NLPLAB_NSMC names, where it names any."""

import os

import pytest

from grader.course import sources
from grader.notebooks import files, notebook, regions
from nlplab import data
from tests.support import ROOT

pytestmark = pytest.mark.skipif(
    not os.environ.get("NLPLAB_NSMC"), reason="NLPLAB_NSMC names no file"
)


@pytest.fixture(scope="module")
def documents() -> list[str]:
    return data.nsmc()["document"].tolist()[:20_000]


@pytest.fixture(scope="module")
def solutions() -> dict:
    """The names that the solution cells of section 01 define."""
    source = files.read(sources.source_path(ROOT, "01_tokenizer"))
    cells = {cell.id: cell.source for cell in source.cells}
    names: dict = {}
    exec(cells["imports"], names)
    for exercise in notebook.exercises(source):
        exec(regions.solution_text(exercise.solution.source), names)
    return names


@pytest.fixture(scope="module")
def tokenizer(documents, solutions, tmp_path_factory):
    path = data.write_lines(documents, tmp_path_factory.mktemp("reviews") / "reviews.txt")
    return solutions["train_tokenizer"](str(path))


def test_no_example_sentence_has_an_unknown_piece(tokenizer):
    sentences = ["I'm a student of SSAFY!", "배우들 연기가 살렸네요", "결말에서 눈물이 났어요"]
    assert [s for s in sentences if "[UNK]" in tokenizer.encode(s).tokens] == []


def test_wordpiece_by_hand_equals_the_library_on_every_word(tokenizer, solutions, documents):
    vocab = set(tokenizer.get_vocab())
    words = {word for text in documents[:2_000] for word in text.split() if word.isalnum()}
    words = {word for word in words if all("가" <= letter <= "힣" for letter in word)}
    assert len(words) > 2_000
    wrong = [w for w in words if solutions["wordpiece"](w, vocab) != tokenizer.encode(w).tokens]
    assert wrong == []
