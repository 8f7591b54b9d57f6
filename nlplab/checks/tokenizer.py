"""Section 01: what its checks hand to a student's objects. Sizes differ along every axis."""

from collections.abc import Sequence
from typing import Any

import torch

from nlplab import check as make
from nlplab.checks.case import Look
from nlplab.checks.check import Choice, check

SECTION = "01_tokenizer"

predict_unit_1 = Choice("predict_unit-1", "abc")
predict_accents_1 = Choice("predict_accents-1", "abc")
predict_wordpiece_1 = Choice("predict_wordpiece-1", "abc")
predict_neighbours_1 = Choice("predict_neighbours-1", "abc")


# --- bpe_merge: words as lists of symbols, and counts, to a pair and the words with it merged ---


def cut(*words: str) -> list[list[str]]:
    """Words whose symbols are written with spaces between them."""
    return [word.split() for word in words]


def counted_words(look: Look, bpe_merge: Any) -> None:
    """Five words, seen 1 to 4 times each; two pairs tie. |
    1~4번씩 나온 낱말 다섯 개, 가장 많은 쌍이 둘."""
    words = cut("굿", "하 호", "아 아 히 하", "아 아 아 호", "아 히 하 하")
    look.call(bpe_merge, words, [2, 4, 1, 1, 4], through="first")


def symbols_in_a_row(look: Look, bpe_merge: Any) -> None:
    """Words with the same symbol up to three times in a row. |
    같은 기호가 세 번까지 잇따르는 낱말."""
    words = cut("굿", "하 히", "하 아 호 하 아", "히 히 히 아", "히 히 히 호 호", "히 하 히")
    look.call(bpe_merge, words, [1, 4, 6, 2, 6, 4], through="first")


def a_tie(look: Look, bpe_merge: Any) -> None:
    """Four pairs are seen six times each. | 여섯 번씩 나온 쌍이 네 개."""
    words = cut("도 시 의", "장 면", "나 무 의")
    look.call(bpe_merge, words, [6, 2, 6], through="first")


def some_words(look: Look, bpe_merge: Any) -> None:
    """The pair at the front, inside, at the end and not at all. |
    쌍이 낱말 앞, 가운데, 끝에 있거나 없음."""
    words = cut("영 화 가", "명 영 화", "한 영 화 는", "영 상", "화")
    look.call(bpe_merge, words, [9, 5, 4, 1, 1], through="second")


def overlapping_pairs(look: Look, bpe_merge: Any) -> None:
    """The same symbol three and four times in a row. | 같은 기호가 세 번, 네 번 잇따르는 낱말."""
    look.call(bpe_merge, cut("하 하 하 하", "호 하 하 하", "호"), [5, 3, 1], through="second")


def longer_symbols(look: Look, bpe_merge: Any) -> None:
    """Symbols of one letter and of two. | 한 글자 기호와 두 글자 기호가 섞인 낱말."""
    words = cut("하", "하하", "호 호", "하 하 아하 하 하 하")
    look.call(bpe_merge, words, [4, 3, 5, 4], through="second")


bpe_merge_1 = check(SECTION, "bpe_merge-1", counted_words, symbols_in_a_row, a_tie)
bpe_merge_2 = check(SECTION, "bpe_merge-2", some_words, overlapping_pairs, longer_symbols)


# --- train_tokenizer: a path to a trained tokenizer ---


def train(look: Look, train_tokenizer: Any, lines: Sequence[str], name: str = "text.txt") -> Any:
    """A tokenizer of the student's, trained on these lines of a file."""
    return look.call(train_tokenizer, make.file("\n".join(lines), name))


def pieces(look: Look, trained: Any, text: str) -> None:
    """The tokens of a text, if the tokenizer can be used at all."""
    encode = look.get(trained, "encode")
    look.refuses(encode, text)
    look.call(encode, text, through="tokens")


def letters(count: int, *rare: str) -> list[str]:
    """Lines of one letter: `count` different ones, the first often, these two times, others three.

    The first is 가.
    """
    common = [chr(0xAC00 + number) for number in range(count - len(rare))]
    return 3 * common + 2 * [*rare] + 9 * common[:1]


def words_seen_twice(look: Look, train_tokenizer: Any) -> None:
    """Two words, each seen twice. | 두 번씩 나온 낱말 두 개."""
    trained = train(look, train_tokenizer, ["한국어 감독", "감독 한국어"])
    pieces(look, trained, "감독 한국어")


def capitals_and_endings(look: Look, train_tokenizer: Any) -> None:
    """Words in capitals, with and without an ending. |
    대문자 낱말, 조사가 붙은 것과 붙지 않은 것."""
    lines = ["OST를", "DVD를", "OST", "OST", "DVD", "DVD"]
    trained = train(look, train_tokenizer, lines)
    pieces(look, trained, "OST를 DVD")


def special_ids(look: Look, train_tokenizer: Any, *lines: str) -> None:
    """The ids of the five special tokens."""
    trained = train(look, train_tokenizer, lines)
    first, *_ = lines
    look.refuses(look.get(trained, "encode"), first)
    token_to_id = look.get(trained, "token_to_id")
    for name in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"):
        look.call(token_to_id, name)


def special_tokens(look: Look, train_tokenizer: Any) -> None:
    """The ids of the five special tokens. | 특수 토큰 다섯 개의 번호."""
    special_ids(look, train_tokenizer, "재미있는 영화", "재미없는 영화")


def as_many_letters_as_may_be(look: Look, train_tokenizer: Any) -> None:
    """6,000 different letters: the commonest and the two rarest. |
    글자 6,000가지, 가장 흔한 글자와 가장 드문 두 글자."""
    pieces(look, train(look, train_tokenizer, letters(6_000, "Q", "힣")), "가 Q 힣")


def more_letters_than_may_be(look: Look, train_tokenizer: Any) -> None:
    """6,002 different letters: the commonest and the two rarest. |
    글자 6,002가지, 가장 흔한 글자와 가장 드문 두 글자."""
    pieces(look, train(look, train_tokenizer, letters(6_002, "Q", "힣")), "가 Q 힣")


train_tokenizer_1 = check(SECTION, "train_tokenizer-1", words_seen_twice, capitals_and_endings)
train_tokenizer_2 = check(SECTION, "train_tokenizer-2", special_tokens)
train_tokenizer_3 = check(
    SECTION, "train_tokenizer-3", as_many_letters_as_may_be, more_letters_than_may_be
)


# --- sentence_to_ids: a tokenizer and a sentence to a list of ids ---

USUAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "영화", "##가", "좋다", "재미", "##있다"]
WORDS = [*USUAL, ".", "OST", "ost", "##영화"]


def to_ids(look: Look, sentence_to_ids: Any, vocabulary: Sequence[str], *sentences: str) -> None:
    """The ids of sentences, one after the other, by one tokenizer."""
    tokenizer = make.tokenizer(vocabulary)
    for sentence in sentences:
        look.call(sentence_to_ids, tokenizer, sentence)


def a_sentence(look: Look, sentence_to_ids: Any) -> None:
    """Two words, three tokens. | 어절 두 개, 토큰 세 개."""
    to_ids(look, sentence_to_ids, WORDS, "영화가 좋다")


def an_empty_sentence(look: Look, sentence_to_ids: Any) -> None:
    """An empty sentence. | 빈 문장."""
    to_ids(look, sentence_to_ids, WORDS, "")


def two_clauses(look: Look, sentence_to_ids: Any) -> None:
    """Full stops inside and at the end, and capitals. | 문장 가운데와 끝에 마침표, 영문 대문자."""
    to_ids(look, sentence_to_ids, WORDS, "재미있다. OST가 좋다.")


def other_ids(look: Look, sentence_to_ids: Any) -> None:
    """A tokenizer whose special tokens have other ids. | 특수 토큰의 번호가 다른 토크나이저."""
    vocabulary = ["[PAD]", "영화", "[SEP]", "##가", "[MASK]", "[UNK]", "좋다", "[CLS]"]
    to_ids(look, sentence_to_ids, vocabulary, "영화가 좋다")


sentence_to_ids_1 = check(SECTION, "sentence_to_ids-1", a_sentence, an_empty_sentence, two_clauses)
sentence_to_ids_2 = check(SECTION, "sentence_to_ids-2", other_ids)


# --- token_table: a tokenizer and a sentence to a frame of tokens, ids, starts and ends ---

PLACES = [
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "영화", "##관", "에서", "울었다", "##에서"),
    *("OST", "ost", ",", "!", "##가"),
]


def table(look: Look, token_table: Any, *sentences: str) -> None:
    """The tables of sentences, one after the other, by one tokenizer."""
    tokenizer = make.tokenizer(PLACES)
    for sentence in sentences:
        look.call(token_table, tokenizer, sentence)


def two_spaces(look: Look, token_table: Any) -> None:
    """A word of three pieces, two spaces, another word. |
    조각 세 개인 어절, 빈칸 두 개, 또 다른 어절."""
    table(look, token_table, "영화관에서  울었다")


def a_word_twice(look: Look, token_table: Any) -> None:
    """The same token at two places, and an unknown word. | 두 번 나오는 토큰과 사전에 없는 낱말."""
    table(look, token_table, "영화 감독 영화가")


def an_empty_table(look: Look, token_table: Any) -> None:
    """An empty sentence. | 빈 문장."""
    table(look, token_table, "")


token_table_1 = check(SECTION, "token_table-1", two_spaces, a_word_twice)
token_table_2 = check(SECTION, "token_table-2", an_empty_table)


# --- wordpiece: a word and a set of pieces to a list of pieces ---

CAT = {"고", "고양이", "양", "이", "가", "##고양이", "##양", "##이", "##가"}
FILM = {"영화", "영", "음악", "##음악", "##관", "##화관", "##에", "##서", "에", "서", "관"}
MISS = {"보", "보고", "보고싶", "##보고싶", "##고", "##싶은", "##싶", "##은", "##다", "다", "은"}
RAIN = {"비", "비가", "비가오", "##가오는날", "##오는", "##날", "날"}
DAY = {"비가", "비가오", "##는", "##날", "는", "날", "##오는날", "##가오는날"}


def whole_and_rest(look: Look, wordpiece: Any) -> None:
    """A word that can be cut in several ways. | 여러 방법으로 자를 수 있는 낱말."""
    look.call(wordpiece, "고양이가", CAT)


def one_letter(look: Look, wordpiece: Any) -> None:
    """A word of one letter, which is known. | 사전에 있는 한 글자 낱말."""
    look.call(wordpiece, "고", CAT)


def an_end_that_does_not_fit(look: Look, wordpiece: Any) -> None:
    """The last letter but one is in no piece. | 끝에서 두 번째 글자가 어느 조각에도 없음."""
    look.call(wordpiece, "영화관도서", FILM)


def an_unknown_letter(look: Look, wordpiece: Any) -> None:
    """A word of one letter, which is unknown. | 사전에 없는 한 글자 낱말."""
    look.call(wordpiece, "극", FILM)


def a_piece_with_and_without_mark(look: Look, wordpiece: Any) -> None:
    """The second piece is known with and without ##. |
    둘째 조각이 ## 있는 것과 없는 것 모두 사전에 있음."""
    look.call(wordpiece, "음악에", FILM)


def a_piece_without_mark(look: Look, wordpiece: Any) -> None:
    """The second piece is known without ## alone. | 둘째 조각이 ## 없이만 사전에 있음."""
    look.call(wordpiece, "음악영", FILM)


def two_ways(look: Look, wordpiece: Any) -> None:
    """The longest first piece and the longest last piece overlap. |
    가장 긴 첫 조각과 가장 긴 끝 조각이 서로 겹침."""
    look.call(wordpiece, "보고싶은", MISS)


def a_dead_end(look: Look, wordpiece: Any) -> None:
    """After the longest first piece nothing fits. | 가장 긴 첫 조각 다음에 맞는 조각이 없음."""
    look.call(wordpiece, "비가오는날", RAIN)


def fewer_pieces(look: Look, wordpiece: Any) -> None:
    """A word that can be cut into two pieces or three. |
    두 조각으로도 세 조각으로도 자를 수 있는 낱말."""
    look.call(wordpiece, "비가오는날", DAY)


wordpiece_1 = check(SECTION, "wordpiece-1", whole_and_rest, one_letter)
wordpiece_2 = check(
    SECTION,
    "wordpiece-2",
    an_end_that_does_not_fit,
    an_unknown_letter,
    a_piece_with_and_without_mark,
    a_piece_without_mark,
)
wordpiece_3 = check(SECTION, "wordpiece-3", two_ways, a_dead_end, fewer_pieces)


# --- pad_batch: rows of ids to ids [batch, token] and a mask of the same shape ---


def three_rows(look: Look, pad_batch: Any) -> None:
    """Lists of 3, 4 and 1 ids. | 번호가 3개, 4개, 1개인 리스트."""
    look.call(pad_batch, [[2, 9, 3], [2, 11, 7, 3], [5]], through="first")


def mask_of_three_rows(look: Look, pad_batch: Any) -> None:
    """The mask for lists of 3, 4 and 1 ids. | 번호가 3개, 4개, 1개인 리스트의 마스크."""
    look.call(pad_batch, [[2, 9, 3], [2, 11, 7, 3], [5]], through="second")


def other_padding(look: Look, pad_batch: Any) -> None:
    """Padding is 9, and 9 and 0 are ids as well. | 패딩 번호는 9, 받은 번호에도 9와 0이 있음."""
    look.call(pad_batch, [[6, 0, 9], [5]], 9)


pad_batch_1 = check(SECTION, "pad_batch-1", three_rows)
pad_batch_2 = check(SECTION, "pad_batch-2", mask_of_three_rows)
pad_batch_3 = check(SECTION, "pad_batch-3", other_padding)


# --- ids_to_vectors: a list of ids and an embedding to [token, embedding] ---


def embedding(look: Look, vocab: int, size: int, start: int = 0) -> Any:
    """An embedding with numbers between -1 and 1."""
    weights = {"weight": make.numbers(vocab, size, start=start)}
    return look.build("torch.nn.Embedding", vocab, size, weights=weights)


def some_ids(look: Look, ids_to_vectors: Any) -> None:
    """Four ids, two of them alike. | 번호 네 개, 그중 둘은 같음."""
    look.call(ids_to_vectors, [4, 1, 1, 0], embedding(look, 5, 3))


def one_id(look: Look, ids_to_vectors: Any) -> None:
    """A single id. | 번호 하나."""
    look.call(ids_to_vectors, [2], embedding(look, 6, 4, start=9))


def what_an_embedding_learns(look: Look, ids_to_vectors: Any) -> None:
    """The gradient in the table, two rows of which are not used. |
    표의 기울기, 네 행 가운데 두 행은 쓰이지 않음."""
    made = embedding(look, 4, 2)
    look.gradients(ids_to_vectors, [3, 0, 3], made, of=made)


ids_to_vectors_1 = check(SECTION, "ids_to_vectors-1", some_ids, one_id)
ids_to_vectors_2 = check(SECTION, "ids_to_vectors-2", what_an_embedding_learns)


# --- lookup_rows: ids and a table [vocab, embedding] to [token, embedding] ---


def look_up(look: Look, lookup_rows: Any, given: Sequence[int], rows: torch.Tensor) -> None:
    """The rows of a table, found without an embedding."""
    look.call(lookup_rows, [*given], rows, banned=["embedding"])


def two_rows(look: Look, lookup_rows: Any) -> None:
    """Two ids, the larger one first. | 번호 두 개, 큰 번호가 먼저."""
    look_up(look, lookup_rows, [2, 0], make.numbers(4, 3))


def one_row(look: Look, lookup_rows: Any) -> None:
    """A single id, that of the last row. | 번호 하나, 표의 마지막 행."""
    look_up(look, lookup_rows, [3], make.numbers(4, 2, start=30))


def a_row_twice(look: Look, lookup_rows: Any) -> None:
    """Five ids, more than the table has rows. | 번호 다섯 개, 표의 행은 네 개."""
    look_up(look, lookup_rows, [1, 1, 3, 0, 1], make.numbers(4, 2, start=60))


lookup_rows_1 = check(SECTION, "lookup_rows-1", two_rows, one_row, a_row_twice)


# --- one_hot_product: ids and a table [vocab, embedding] to [token, vocab] and their product ---


def three_ones(look: Look, one_hot_product: Any) -> None:
    """Three ids, two of them alike, of a vocabulary of 4. |
    번호 세 개, 그중 둘은 같음, 어휘는 4개."""
    look.call(one_hot_product, [2, 0, 2], make.numbers(4, 2), through="first")


def kinds_of_numbers(look: Look, one_hot_product: Any) -> None:
    """The data types of both results. | 두 결과의 자료형."""
    look.call(one_hot_product, [1, 0, 2, 1], make.numbers(3, 2), through="dtypes")


def product(look: Look, one_hot_product: Any) -> None:
    """The one-hot matrix of five ids, times the table. |
    번호 다섯 개의 원-핫 행렬과 표의 곱."""
    look.call(one_hot_product, [1, 0, 1, 3, 1], make.numbers(4, 2, start=20), through="second")


one_hot_product_1 = check(SECTION, "one_hot_product-1", three_ones, kinds_of_numbers)
one_hot_product_2 = check(SECTION, "one_hot_product-2", product)


# --- unknown_share: a tokenizer and the ids of a review to the share of [UNK] ---

KNOWN = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "영화", "##가", "좋다"]


def share(look: Look, unknown_share: Any, *rows: Sequence[int]) -> None:
    """The shares of reviews, one after the other, by one tokenizer."""
    tokenizer = make.tokenizer(KNOWN)
    for row in rows:
        look.call(unknown_share, tokenizer, [*row])


def nothing_known(look: Look, unknown_share: Any) -> None:
    """Two tokens, none of them known. | 토큰 두 개, 아는 것이 없음."""
    share(look, unknown_share, [2, 1, 1, 3])


def some_known(look: Look, unknown_share: Any) -> None:
    """Three of four tokens are known. | 토큰 네 개 가운데 세 개를 앎."""
    share(look, unknown_share, [2, 1, 5, 6, 7, 3])


def with_padding(look: Look, unknown_share: Any) -> None:
    """Three tokens, two of them known, and five of padding. |
    토큰 세 개, 그중 둘은 아는 것, 패딩 다섯 개."""
    share(look, unknown_share, [2, 5, 1, 7, 3, 0, 0, 0, 0, 0])


def no_token_of_its_own(look: Look, unknown_share: Any) -> None:
    """An empty review: its beginning and its end. | 빈 리뷰, 시작과 끝뿐."""
    share(look, unknown_share, [2, 3])


unknown_share_1 = check(
    SECTION, "unknown_share-1", nothing_known, some_known, with_padding, no_token_of_its_own
)
