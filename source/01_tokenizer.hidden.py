"""Hidden cases of section 01, by test."""

from nlplab import check as make
from nlplab.checks.edges import drawn, ids
from nlplab.checks.tokenizer import (
    CAT,
    DAY,
    FILM,
    KNOWN,
    MISS,
    PLACES,
    USUAL,
    WORDS,
    cut,
    embedding,
    letters,
    look_up,
    pieces,
    share,
    special_ids,
    table,
    to_ids,
    train,
)

# --- bpe_merge ---


def one_pair(look, bpe_merge):
    """A single pair, and words of one symbol that are more frequent."""
    look.call(bpe_merge, cut("영", "영 화", "화"), [7, 1, 8], through="first")


def another_tie(look, bpe_merge):
    """Two pairs are seen six times, the second of them in more words."""
    words = cut("굿", "영 화 ㅎ ㅎ ㅎ", "ㅋ ㅋ 화 영 화", "ㅎ ㅋ ㅋ 화 ㅎ ㅋ", "ㅎ 굿 화")
    look.call(bpe_merge, words, [4, 2, 1, 3, 6], through="first")


def a_tie_that_is_late(look, bpe_merge):
    """The pair that is met first has the most, together with others, only at the last word."""
    words = cut("책 장", "눈 물 나", "눈 물", "책 상", "책 장", "물 나 눈")
    look.call(bpe_merge, words, [1, 2, 2, 4, 3, 1], through="first")


def symbols_in_longer_rows(look, bpe_merge):
    """Rows of two to four equal symbols, and a pair both ways round."""
    words = cut("히 하 하 호", "호 하 히 히 호 하", "하 호 하 하 호 히", "히 하 히", "히 히 히 히")
    look.call(bpe_merge, words, [3, 6, 5, 6, 4], through="first")


def ends_of_words(look, bpe_merge):
    """What stands at the end of a word and at the front of the next is no pair."""
    words = cut("말 동 정 말 하", "동", "하 감 감", "감 정 동")
    look.call(bpe_merge, words, [5, 6, 4, 6], through="first")


def long_symbols(look, bpe_merge):
    """Symbols that were merged before."""
    words = cut("재미 있 었 다", "재미 있 다", "있 었 다", "맛 있 었 다")
    look.call(bpe_merge, words, [2, 3, 4, 1], through="first")


def letters_in_two_forms(look, bpe_merge):
    """A capital letter is another symbol than the small one."""
    look.call(bpe_merge, cut("a b", "c d", "A b"), [3, 5, 4], through="first")


def very_large_counts(look, bpe_merge):
    """Two pairs of more than sixteen million, one apart."""
    look.call(bpe_merge, cut("가 나", "다 라"), [2**24, 2**24 + 1], through="first")


def a_tie_away_from_the_front(look, bpe_merge):
    """Of two pairs that tie, the first stands behind another symbol."""
    words = cut("가 나 다", "라 마", "바 나 다")
    look.call(bpe_merge, words, [2, 5, 3], through="first")


def a_full_stop(look, bpe_merge):
    """A full stop is a symbol, and a letter in its place is another."""
    words = cut("다 . 요", "다 만 요", "좋 다 .", "다 .", ". 다")
    look.call(bpe_merge, words, [5, 1, 2, 3, 1], through="second")


def ends_and_beginnings(look, bpe_merge):
    """The pair twice in a word, across two words, the other way round, and words of one symbol."""
    words = cut("최 고 최 고", "고", "최", "최 고", "고 최 최 고", "최 최")
    look.call(bpe_merge, words, [6, 1, 1, 2, 3, 1], through="second")


def other_symbols_of_one_text(look, bpe_merge):
    """Two symbols that spell the same as the pair, and are none of it."""
    words = cut("가나 다", "다 가나 다", "가 나다", "가 나다 다 가나")
    look.call(bpe_merge, words, [5, 2, 3, 1], through="second")


def a_long_row(look, bpe_merge):
    """Seven times the same symbol, and symbols of two of them."""
    words = cut("ㅋ ㅋ ㅋ ㅋ ㅋ ㅋ ㅋ", "ㅋㅋ ㅋ ㅋㅋ", "ㅋ ㅋ", "아 ㅋ ㅋ ㅋ 아")
    look.call(bpe_merge, words, [2, 1, 5, 3], through="second")


def a_pair_seen_once(look, bpe_merge):
    """The only pair of all is seen once."""
    look.call(bpe_merge, cut("영 화", "화"), [1, 3], through="second")


def capitals_beside_small_letters(look, bpe_merge):
    """A capital letter beside a small one is another pair, which is not joined."""
    look.call(bpe_merge, cut("a b", "A b a b"), [3, 2], through="second")


def letters_in_parts(look, bpe_merge):
    """Parts of a Hangul letter are joined and stay parts, beside the letter as one."""
    onset, vowel = "\u1112", "\u1161"
    look.call(bpe_merge, [[onset, vowel, "다"], ["하", "다"]], [4, 2], through="second")


# --- train_tokenizer ---


def other_words(look, train_tokenizer):
    """Words that are seen twice, words that are seen once, and capitals in both."""
    lines = ["감독 인터뷰 DVD", "감독 인터뷰 DVD", "무대 Cut", "배우 Cut", "배우"]
    pieces(look, train(look, train_tokenizer, lines), "배우 DVD Cut 인터뷰 무대")


def trained_twice(look, train_tokenizer):
    """Nothing is left of the text before."""
    pieces(look, train(look, train_tokenizer, ["영화 영화", "영화"]), "영화 음악")
    pieces(look, train(look, train_tokenizer, ["음악 음악", "음악"]), "영화 음악")


def special_tokens_of_one_word(look, train_tokenizer):
    """The shortest text."""
    special_ids(look, train_tokenizer, "극")


def a_name_with_signs(look, train_tokenizer):
    """The name of the file has spaces, brackets, a comma, a star and Hangul."""
    trained = train(look, train_tokenizer, ["영화 음악", "음악 영화"], "영화, [1] *.txt")
    pieces(look, trained, "음악 영화")


def a_long_line(look, train_tokenizer):
    """What stands far behind in a line counts as well, and long texts are cut to their end."""
    trained = train(look, train_tokenizer, [300 * "가 " + "음악 음악 음악"])
    pieces(look, trained, 600 * "가 " + "음악")


def chinese_letters(look, train_tokenizer):
    """Chinese letters are words by themselves, as the library has it."""
    pieces(look, train(look, train_tokenizer, ["美國영화", "美國영화"]), "美國영화")


def rare_letters(look, train_tokenizer):
    """4,500 different letters, and the three that are rarest."""
    trained = train(look, train_tokenizer, letters(4_500, "z", "힐", "힣"))
    pieces(look, trained, "힐 z 힣")


def too_many_letters(look, train_tokenizer):
    """6,500 different letters, and two that are rarest."""
    pieces(look, train(look, train_tokenizer, letters(6_500, "힐", "z")), "z 힐")


# --- sentence_to_ids ---


def an_unknown_word(look, sentence_to_ids):
    """A word that is unknown, at the front and alone."""
    to_ids(look, sentence_to_ids, WORDS, "나는 재미있다", "나는")


def a_long_sentence(look, sentence_to_ids):
    """Forty words, and full stops between them; and more words than most models read."""
    to_ids(look, sentence_to_ids, WORDS, 10 * "OST가 좋다. ost 영화 " + "재미")
    to_ids(look, sentence_to_ids, WORDS, 600 * "영화 좋다 " + "재미")


def letters_that_look_alike(look, sentence_to_ids):
    """Wide and narrow letters, and signs that stand for a number, are different letters."""
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "OST", "ＯＳＴ", "①", "1", "ost"]
    to_ids(look, sentence_to_ids, vocabulary, "ＯＳＴ OST ① 1 ost")


def letters_of_parts(look, sentence_to_ids):
    """A Hangul letter and the parts that it is made of are different letters."""
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "하", "\u1112\u1161"]
    to_ids(look, sentence_to_ids, vocabulary, "하 \u1112\u1161 하")


def what_texts_from_the_web_have(look, sentence_to_ids):
    """Marks of web pages, line ends, letters and words over and over."""
    vocabulary = [*USUAL, "&", "amp", "quot", ";", "ㅋㅋㅋㅋ", "ㅋㅋ", "br", "<", ">"]
    to_ids(look, sentence_to_ids, vocabulary, "영화&quot; &amp; <br>", "영화\n좋다\n\n영화가")
    to_ids(look, sentence_to_ids, vocabulary, "ㅋㅋㅋㅋ 좋다 좋다 좋다 영화영화")


def an_end_of_zero(look, sentence_to_ids):
    """The last special token has the id 0; then another tokenizer, where it has another."""
    vocabulary = ["[SEP]", "영화", "[UNK]", "##가", "[PAD]", "[CLS]", "좋다", "[MASK]"]
    to_ids(look, sentence_to_ids, vocabulary, "영화가 좋다")
    to_ids(look, sentence_to_ids, vocabulary[::-1], "영화가 좋다")


def one_after_the_other(look, sentence_to_ids):
    """Nothing is left of the sentence before."""
    to_ids(look, sentence_to_ids, WORDS, "영화", "재미있다", "", "영화")


def ids_from_zero(look, sentence_to_ids):
    """The first special token has the id 0, the last one the largest."""
    vocabulary = ["[CLS]", "좋다", "[PAD]", "[UNK]", "영화", "[MASK]", "##가", "[SEP]"]
    to_ids(look, sentence_to_ids, vocabulary, "좋다", "영화가 나쁘다", "")


# --- token_table ---


def marks_and_capitals(look, token_table):
    """Capitals and punctuation without spaces, and one space in front."""
    table(look, token_table, " OST,ost!울었다")


def unknown_words(look, token_table):
    """Unknown words of several letters around a known one, which is there twice."""
    table(look, token_table, "음악관 울었다  감독 울었다", "감독")


def tables_one_after_the_other(look, token_table):
    """Nothing is left of the sentence before."""
    table(look, token_table, "에서", "영화", "에서 에서")


def a_very_long_table(look, token_table):
    """600 tokens, with places far beyond 255."""
    table(look, token_table, 300 * "영화가 ")


def letters_that_are_not_seen(look, token_table):
    """A letter without width inside a word, and a Hangul letter in its parts in front."""
    table(look, token_table, "영\u200b화관 \u1112\u1161 울었다")


def another_tokenizer(look, token_table):
    """The same sentence, cut by two tokenizers."""
    for vocabulary in (PLACES, PLACES[::-1], [*PLACES[:4], "영", "##화"]):
        look.call(token_table, make.tokenizer(vocabulary), "영화 에서")


def a_table_of_spaces(look, token_table):
    """A sentence of spaces alone has no tokens either."""
    table(look, token_table, "   ")


# --- wordpiece ---


def single_letters(look, wordpiece):
    """Every letter is a piece by itself, and the longest word that may be."""
    look.call(wordpiece, "은은은은", MISS)
    look.call(wordpiece, "다" * 100, {"다", "##다", "##다다다"})


def capitals(look, wordpiece):
    """Capitals and small letters are different pieces."""
    look.call(wordpiece, "OSTost", {"OST", "ost", "##ost", "##t", "O"})


def the_longest_of_four(look, wordpiece):
    """The longest first piece is neither the whole word nor one letter."""
    look.call(wordpiece, "고양이고양이가", CAT)


def another_set_of_pieces(look, wordpiece):
    """The same word with one set of pieces and with others."""
    for known in ({"영", "##화"}, {"영화"}, {"영화", "영"}, {"영", "##화"}):
        look.call(wordpiece, "영화", known)


def very_long_pieces(look, wordpiece):
    """Pieces of 60 and 40 letters, which are longer than any before."""
    look.call(wordpiece, "다" * 60 + "가" * 40, {"다" * 60, "##" + "가" * 40, "다", "##다", "##가"})


def nothing_known(look, wordpiece):
    """No letter of a longer word is known, the last one not, and the first one not."""
    look.call(wordpiece, "극장", FILM)
    look.call(wordpiece, "음악극", FILM)
    look.call(wordpiece, "극관", FILM)


def pieces_without_mark(look, wordpiece):
    """Pieces that are known without the mark alone, or with it alone."""
    look.call(wordpiece, "서관영", FILM)
    look.call(wordpiece, "화관", FILM)


def a_mark_that_is_text(look, wordpiece):
    """The sign of the mark is a letter like others."""
    look.call(wordpiece, "영화", {"영", "#", "###화"})
    look.call(wordpiece, "#1", {"#", "##1", "1"})


def parts_of_letters(look, wordpiece):
    """A Hangul letter and its parts are different letters."""
    look.call(wordpiece, "\u1112\u1161", {"하", "##하"})
    look.call(wordpiece, "하", {"\u1112", "##\u1161"})


def several_words(look, wordpiece):
    """Words of pieces of one to three letters."""
    for word in ["보고", "보다", "보고다", "보싶은다", "보고싶다", "은", "다보", "보고싶은은"]:
        look.call(wordpiece, word, MISS)


def another_dead_end(look, wordpiece):
    """After the longest first piece nothing fits, with a shorter one the rest does."""
    look.call(wordpiece, "비가오는날", DAY - {"##는"})


def another_way_of_fewer(look, wordpiece):
    """Four pieces, though two would do."""
    look.call(wordpiece, "abcde", {"ab", "a", "##c", "##d", "##e", "##bcde"})


# --- pad_batch ---


def a_row_of_nothing(look, pad_batch):
    """Empty lists, the first of all among them."""
    look.call(pad_batch, [[], [4], [9, 8], []], through="first")


def rows_of_one_length(look, pad_batch):
    """Two lists of three ids, with zeros at their ends."""
    look.call(pad_batch, [[4, 0, 0], [0, 6, 0]], through="first")


def one_row_alone(look, pad_batch):
    """One list of one id."""
    look.call(pad_batch, [[7]], through="first")


def masks_of_few(look, pad_batch):
    """One list; then a longer one behind an empty one."""
    look.call(pad_batch, [[4, 6, 1]], through="second")
    look.call(pad_batch, [[], [6, 8, 1, 5]], through="second")


def padding_among_ids(look, pad_batch):
    """Padding is 3, and stands inside and at the end of lists as well."""
    look.call(pad_batch, [[3, 1, 3], [], [2, 3], [0, 0, 5, 4]], pad_id=3)


def very_large_ids(look, pad_batch):
    """Ids beyond what two and four bytes hold."""
    look.call(pad_batch, [[40_000], [7, 10**12, 33_000]], pad_id=70_000)


def very_long_rows(look, pad_batch):
    """Lists of 600 and 300 ids, and one of one."""
    look.call(pad_batch, [list(range(600)), [5], list(range(300))])


def ids_below_zero(look, pad_batch):
    """Padding of -1, and -1 among the ids."""
    look.call(pad_batch, [[-1, 4], [7, -1, -1]], pad_id=-1)
    look.call(pad_batch, [[-1, 4], [7, -1, -1, 2]])


def padding_of_zero(look, pad_batch):
    """Padding is 0, which is said, and an id too."""
    look.call(pad_batch, [[0], [0, 0, 1, 0, 0]], 0)


def any_lists(look, pad_batch, batch, token, start):
    """As many lists, of which none is longer."""
    lists = ids(9, start, batch, token).tolist()
    look.call(pad_batch, [row[: row[0]] for row in lists] + lists[:1])


# --- ids_to_vectors ---


def no_ids(look, ids_to_vectors):
    """An empty list."""
    look.call(ids_to_vectors, [], embedding(look, 5, 3))


def many_ids(look, ids_to_vectors):
    """More ids than rows, the first and the last among them."""
    look.call(ids_to_vectors, [6, 0, 3, 3, 0, 6, 5, 1, 0], embedding(look, 7, 2, start=50))


def id_zero(look, ids_to_vectors):
    """The first row alone, of a table of one row too."""
    look.call(ids_to_vectors, [0], embedding(look, 3, 5, start=70))
    look.call(ids_to_vectors, [0, 0], embedding(look, 1, 4, start=90))


def numbers_of_eight_bytes(look, ids_to_vectors):
    """A table of float64."""
    made = embedding(look, 4, 3, start=15)
    look.call(look.get(made, "double"))
    look.call(ids_to_vectors, [3, 1], made)


def a_list_once_more(look, ids_to_vectors):
    """The same list with two tables."""
    for start in (30, 60):
        look.call(ids_to_vectors, [2, 0, 2], embedding(look, 4, 3, start=start))


def what_more_ids_teach(look, ids_to_vectors):
    """The gradient in a table, of rows looked up once, three times and never."""
    made = embedding(look, 5, 3, start=20)
    look.gradients(ids_to_vectors, [1, 4, 1, 2, 1], made, of=made)


def what_is_taught_after_training(look, ids_to_vectors):
    """The gradient in a table of a model that is evaluated."""
    made = embedding(look, 4, 2, start=25)
    look.call(look.get(made, "eval"))
    look.gradients(ids_to_vectors, [1, 3], made, of=made)


def any_vectors(look, ids_to_vectors, token, vocab, size, start):
    """Vectors and tables of these sizes."""
    given = ids(vocab, start, token).tolist()
    look.call(ids_to_vectors, given, embedding(look, vocab, size, start=start))


# --- lookup_rows ---


def rows_in_any_order(look, lookup_rows):
    """Ids that go up, down and stay, the first and the last row among them."""
    look_up(look, lookup_rows, [0, 5, 5, 2, 4, 0, 0], make.numbers(6, 3, start=11))


def ids_that_only_begin_and_end_like_a_run(look, lookup_rows):
    """As many ids as from the first to the last, in another order and with gaps."""
    look_up(look, lookup_rows, [1, 3, 2, 4], make.numbers(6, 3, start=15))
    look_up(look, lookup_rows, [2, 0, 5, 5], make.numbers(6, 2, start=19))
    look_up(look, lookup_rows, [4, 3, 0, 1], make.numbers(5, 3, start=23))


def large_rows(look, lookup_rows):
    """Numbers of up to 200, and as many ids as rows."""
    look_up(look, lookup_rows, [2, 0, 1], 200 * make.numbers(3, 4, start=5))


def very_large_rows(look, lookup_rows):
    """Numbers that need eight bytes."""
    look_up(look, lookup_rows, [1, 0], 1e200 * make.numbers(2, 3, start=9).double())


def a_table_of_one_row(look, lookup_rows):
    """The only row, once and twice."""
    look_up(look, lookup_rows, [0], make.numbers(1, 3, start=8))
    look_up(look, lookup_rows, [0, 0], make.numbers(1, 5, start=8))


def very_many_ids(look, lookup_rows):
    """600 ids, and ids beyond what two bytes hold."""
    look_up(look, lookup_rows, [number % 7 for number in range(600)], make.numbers(7, 1, start=3))
    look_up(look, lookup_rows, [39_999, 33_000, 1], make.numbers(40_000, 1, start=5))


def rows_of_another_table(look, lookup_rows):
    """The same ids, and another table of the same size."""
    for start in (35, 55):
        look_up(look, lookup_rows, [2, 0, 2], make.numbers(3, 2, start=start))


def rows_without_end(look, lookup_rows):
    """A table in which one row is infinite."""
    table = make.numbers(4, 2, start=6)
    table[1] = float("inf")
    look_up(look, lookup_rows, [0, 3, 2], table)


def any_rows(look, lookup_rows, token, vocab, size, start):
    """Rows and tables of these sizes."""
    table = make.numbers(vocab, size, start=start)
    look_up(look, lookup_rows, ids(vocab, start, token).tolist(), table)


# --- one_hot_product ---


def single_ones(look, one_hot_product):
    """One id: the first and the last of a vocabulary."""
    look.call(one_hot_product, [0], make.numbers(5, 3), through="first")
    look.call(one_hot_product, [3], make.numbers(4, 6), through="first")


def many_ones(look, one_hot_product):
    """More ids than there are in the vocabulary, and a large one that never occurs."""
    look.call(one_hot_product, [1, 1, 0, 2, 1, 2], make.numbers(5, 2), through="first")


def kinds_of_few_numbers(look, one_hot_product):
    """What kind of numbers both results hold, of one id."""
    look.call(one_hot_product, [0], make.numbers(2, 3), through="dtypes")


def ones_once_more(look, one_hot_product):
    """As many ids as before, and a vocabulary of the same size."""
    for given in ([0, 2, 1], [1, 1, 0]):
        look.call(one_hot_product, given, make.numbers(4, 2), through="first")


def product_of_one(look, one_hot_product):
    """One id, and a table of one row."""
    look.call(one_hot_product, [1], make.numbers(3, 2, start=40), through="second")
    look.call(one_hot_product, [0, 0], make.numbers(1, 4, start=50), through="second")


def large_product(look, one_hot_product):
    """Numbers of up to 200, and five ids of six."""
    table = 200 * make.numbers(6, 3, start=60)
    look.call(one_hot_product, [4, 2, 2, 0, 3], table, through="second")


def product_of_a_large_vocabulary(look, one_hot_product):
    """Neighbouring ids of a vocabulary of 4,200."""
    table = make.numbers(4_200, 2, start=70)
    look.call(one_hot_product, [4_199, 2_049, 2_050, 300], table, through="second")


def product_of_very_many(look, one_hot_product):
    """600 ids."""
    given = [number % 5 for number in range(600)]
    look.call(one_hot_product, given, make.numbers(5, 1, start=80), through="second")


def any_product(look, one_hot_product, token, vocab, size, start):
    """Products of these sizes."""
    table = make.numbers(vocab, size, start=start)
    look.call(one_hot_product, ids(vocab, start, token).tolist(), table, through="second")


# --- unknown_share ---


def other_numbers(look, unknown_share):
    """A tokenizer whose special tokens have other ids, and whose ids 0 to 3 are words."""
    words = ["영화", "좋다", "음악", "##가", "[SEP]", "[PAD]", "[UNK]", "[MASK]", "[CLS]"]
    made = make.tokenizer(words)
    look.call(unknown_share, made, [8, 0, 6, 1, 2, 3, 4, 5, 5])


def nothing_but_padding(look, unknown_share):
    """Padding alone, and no id at all."""
    share(look, unknown_share, [0, 0, 0], [])


def without_ends(look, unknown_share):
    """The bare tokens of a review, and a single one, known and unknown."""
    share(look, unknown_share, [1, 5, 5, 1, 7, 1, 1], [1], [6])


def padding_in_front(look, unknown_share):
    """Padding before the review, and two parts with an end each."""
    share(look, unknown_share, [0, 0, 2, 1, 5, 3, 1, 6, 1, 3])


def a_long_review(look, unknown_share):
    """Three hundred tokens, a third of them unknown."""
    share(look, unknown_share, [2, *([5, 1, 6] * 100), 3])


def a_seventh(look, unknown_share):
    """One unknown token among seven."""
    made = make.tokenizer(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "영화"])
    row = [2, 4, 4, 4, 1, 4, 4, 4, 3, 0]
    look.call(unknown_share, made, row, through="digits")


def brackets_of_a_review(look, unknown_share):
    """Brackets that the review has itself, and an unknown token whose id is 0."""
    made = make.tokenizer(["[UNK]", "[PAD]", "[CLS]", "[SEP]", "[", "]", "[영화]"])
    look.call(unknown_share, made, [2, 4, 0, 5, 6, 3, 1])


def a_share_of_zero(look, unknown_share):
    """A share is a float, where nothing is unknown and where nothing is there."""
    tokenizer = make.tokenizer(KNOWN)
    for row in ([2, 5, 3], [2, 3], []):
        found = look.call(unknown_share, tokenizer, row)
        look.note(f"whole number of {len(row)}", isinstance(found, int))


CASES = {
    "bpe_merge-1": (
        one_pair,
        another_tie,
        a_tie_that_is_late,
        symbols_in_longer_rows,
        ends_of_words,
        long_symbols,
        letters_in_two_forms,
        very_large_counts,
        a_tie_away_from_the_front,
    ),
    "bpe_merge-2": (
        a_full_stop,
        ends_and_beginnings,
        other_symbols_of_one_text,
        a_long_row,
        a_pair_seen_once,
        letters_in_parts,
        capitals_beside_small_letters,
    ),
    "train_tokenizer-1": (
        other_words,
        trained_twice,
        a_name_with_signs,
        a_long_line,
        chinese_letters,
    ),
    "train_tokenizer-2": (special_tokens_of_one_word,),
    "train_tokenizer-3": (rare_letters, too_many_letters),
    "sentence_to_ids-1": (
        an_unknown_word,
        a_long_sentence,
        one_after_the_other,
        letters_that_look_alike,
        letters_of_parts,
        what_texts_from_the_web_have,
    ),
    "sentence_to_ids-2": (ids_from_zero, an_end_of_zero),
    "token_table-1": (
        marks_and_capitals,
        unknown_words,
        tables_one_after_the_other,
        a_very_long_table,
        letters_that_are_not_seen,
        another_tokenizer,
    ),
    "token_table-2": (a_table_of_spaces,),
    "wordpiece-1": (
        single_letters,
        capitals,
        the_longest_of_four,
        another_set_of_pieces,
        very_long_pieces,
    ),
    "wordpiece-2": (
        nothing_known,
        pieces_without_mark,
        a_mark_that_is_text,
        parts_of_letters,
    ),
    "wordpiece-3": (several_words, another_dead_end, another_way_of_fewer),
    "pad_batch-1": (a_row_of_nothing, rows_of_one_length, one_row_alone),
    "pad_batch-2": (masks_of_few,),
    "pad_batch-3": (
        padding_among_ids,
        padding_of_zero,
        very_large_ids,
        *drawn(any_lists, "batch", "token", seed=2, batches=[()]),
        very_long_rows,
        ids_below_zero,
    ),
    "ids_to_vectors-1": (
        no_ids,
        many_ids,
        id_zero,
        *drawn(any_vectors, "token", "vocab", "size", seed=3, batches=[()]),
        numbers_of_eight_bytes,
        a_list_once_more,
    ),
    "ids_to_vectors-2": (
        what_more_ids_teach,
        what_is_taught_after_training,
    ),
    "lookup_rows-1": (
        rows_in_any_order,
        ids_that_only_begin_and_end_like_a_run,
        large_rows,
        very_large_rows,
        a_table_of_one_row,
        *drawn(any_rows, "token", "vocab", "size", seed=4, batches=[()]),
        very_many_ids,
        rows_of_another_table,
        rows_without_end,
    ),
    "one_hot_product-1": (
        single_ones,
        many_ones,
        kinds_of_few_numbers,
        ones_once_more,
    ),
    "one_hot_product-2": (
        product_of_one,
        large_product,
        product_of_a_large_vocabulary,
        *drawn(any_product, "token", "vocab", "size", seed=5, batches=[()]),
        product_of_very_many,
    ),
    "unknown_share-1": (
        other_numbers,
        nothing_but_padding,
        without_ends,
        padding_in_front,
        a_long_review,
        a_seventh,
        brackets_of_a_review,
        a_share_of_zero,
    ),
}
