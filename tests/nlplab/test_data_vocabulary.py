"""Ids that two trainings on the same sentences share."""

from pathlib import Path

import pytest
from tokenizers import BertWordPieceTokenizer

from nlplab import data
from nlplab.data import small_world

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


def trained(sentences: list[str], folder: Path) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    path = str(data.write_lines(sentences, folder / "sentences.txt"))
    tokenizer.train([path], min_frequency=2, special_tokens=SPECIAL, show_progress=False)
    return tokenizer


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    return list(small_world.pairs("train", 300)["korean"])


def test_two_trainings_on_the_same_sentences_give_the_same_ids(sentences, tmp_path):
    found = [
        data.fixed_vocabulary(trained(sentences, tmp_path), sentences).get_vocab() for _ in range(2)
    ]
    assert found[0] == found[1]


def test_sentences_are_cut_as_before_and_no_special_token_is_added(sentences, tmp_path):
    tokenizer = trained(sentences * 2, tmp_path)  # so that every word occurs twice
    fixed = data.fixed_vocabulary(tokenizer, sentences * 2)
    for sentence in sentences:
        expected = tokenizer.encode(sentence, add_special_tokens=False).tokens
        assert fixed.encode(sentence).tokens == expected


def test_special_tokens_keep_the_first_ids_and_the_others_follow_the_alphabet(tmp_path):
    sentences = ["ba ab", "ba ab once"]
    fixed = data.fixed_vocabulary(trained(sentences, tmp_path), sentences)
    tokens = [fixed.id_to_token(id) for id in range(fixed.get_vocab_size())]
    assert tokens[:5] == SPECIAL
    assert tokens[5:] == sorted(tokens[5:])
    assert {"ba", "ab"} < {*tokens}
    assert "once" not in tokens
    assert fixed.encode("[UNK] ba").tokens == ["[UNK]", "ba"]
