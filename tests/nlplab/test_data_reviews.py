"""The bundled corpus, the grammar that writes it and the particles in it."""

import hashlib
import re
import string
from collections import Counter
from random import Random

import pytest

from nlplab.data import reviews
from nlplab.data.grammar import Grammar
from nlplab.data.josa import attach, final, resolve

# Changes only together with phrases.txt or lexicon.txt; solutions are then executed anew.
CORPUS = "274b85ceafd87a64e9c161968dbac39fece679d9147f6808579682634f5dc604"


@pytest.fixture(scope="module")
def corpus():
    return reviews()


@pytest.fixture(scope="module")
def characters(corpus):
    return Counter("".join(review.document for review in corpus))


def test_the_corpus_is_the_same_on_every_machine(corpus):
    text = "\n".join(f"{document}\t{label}" for document, label in corpus)
    assert hashlib.sha256(text.encode()).hexdigest() == CORPUS


def test_it_has_six_thousand_different_reviews(corpus):
    assert len({review.document for review in corpus}) == len(corpus) == 6_000


def test_every_latin_letter_and_digit_also_continues_a_word(corpus):
    text = "\n".join(review.document for review in corpus)
    alphabet = string.ascii_letters + string.digits
    assert [letter for letter in alphabet if not re.search(rf"\w{letter}", text)] == []


def test_half_of_them_are_positive(corpus):
    assert Counter(review.label for review in corpus) == {0: 3_000, 1: 3_000}


def test_a_shorter_corpus_is_the_beginning_of_it(corpus):
    assert reviews(50) == corpus[:50]


def test_another_seed_writes_others(corpus):
    assert reviews(50, seed=1) != corpus[:50]


def test_a_negative_number_of_reviews_is_refused():
    with pytest.raises(ValueError, match="-1"):
        reviews(-1)


def test_every_review_is_one_line_without_space_around_it(corpus):
    assert all(re.fullmatch(r"\S+( \S+)*", review.document) for review in corpus)


def test_every_printable_ascii_character_comes_twice_or_more(characters):
    assert [chr(code) for code in range(0x20, 0x7F) if characters[chr(code)] < 2] == []


def test_there_are_more_characters_than_the_default_limit_of_the_alphabet(characters):
    syllables = [character for character in characters if "가" <= character <= "힣"]
    assert len(syllables) > 1_000
    assert len(characters) > 1_100


def test_no_notation_of_the_grammar_is_left(characters):
    assert not {"«", "»", "ε"} & characters.keys()


def test_no_particle_stands_after_the_wrong_sound(corpus):
    # 를 never follows a final consonant, 을 never a vowel: checked where the word is one of ours.
    text = "\n".join(review.document for review in corpus)
    wrong = re.findall(r"(?:연기|스토리|영화|CG|OST)(?:을|은|이) ", text)
    wrong += re.findall(r"(?:작품|결말|엔딩|음악|영상)(?:를|는|가) ", text)
    assert wrong == []


@pytest.mark.parametrize(
    ("word", "pair", "together"),
    [
        ("영화", "을/를", "영화를"),
        ("작품", "을/를", "작품을"),
        ("'달빛 편지'", "이/가", "'달빛 편지'가"),
        ("<첫눈>", "은/는", "<첫눈>은"),
        ("OST", "이/가", "OST가"),
        ("BGM", "이/가", "BGM이"),
        ("DVD", "을/를", "DVD를"),
        ("10", "이/가", "10이"),
        ("9", "과/와", "9와"),
        ("서울", "으로/로", "서울로"),
        ("극장", "으로/로", "극장으로"),
        ("재밌", "음/ㅁ", "재밌음"),
        ("예쁘", "음/ㅁ", "예쁨"),
        ("만들", "는다/ㄴ다", "만든다"),
        ("만들", "습니다/ㅂ니다", "만듭니다"),
        ("만들", "음/ㅁ", "만듦"),
        ("돋보이", "는다/ㄴ다", "돋보인다"),
        ("", "을/를", "를"),
    ],
)
def test_a_particle_fits_the_sound_before_it(word, pair, together):
    assert attach(word, pair) == together


def test_closing_quotes_are_silent():
    assert final('"봄"') == "ㅁ"


def test_pairs_in_a_text_are_resolved_from_left_to_right():
    assert resolve("감독«이/가» 배우«을/를» 만나«는다/ㄴ다».") == "감독이 배우를 만난다."


def test_a_pair_needs_two_forms():
    with pytest.raises(ValueError, match="two forms"):
        attach("영화", "를")


def test_the_first_tag_with_a_variant_decides():
    grammar = Grammar("say: «what»! «what@bad»\nwhat: 글쎄\nwhat@good: 굿\nwhat@bad:\n  꽝\n")
    assert grammar.sentence("say", ("good",), Random(0).random) == "굿! 꽝"
    assert grammar.sentence("say", (), Random(0).random) == "글쎄! 꽝"


def test_weights_make_an_alternative_likelier():
    grammar = Grammar("coin: 9* 앞 | 뒤")
    draw = Random(0).random
    tosses = Counter(grammar.sentence("coin", (), draw) for _ in range(1_000))
    assert 850 < tosses["앞"] < 950


@pytest.mark.parametrize("text", ["no rule here", "  indented first", "a: «b»"])
def test_a_grammar_with_a_mistake_is_refused(text):
    with pytest.raises(ValueError, match=r"line|no rule"):
        Grammar(text)
