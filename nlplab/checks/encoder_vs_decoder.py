"""Section 06: what its checks hand to a student's objects. Models and vocabularies are tiny."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import torch
from torch import Tensor

from nlplab import check as make
from nlplab.checks.case import Look
from nlplab.checks.check import Choice, check

SECTION = "06_encoder_vs_decoder"

predict_right_1 = Choice("predict_right-1", "abc")
predict_temperature_1 = Choice("predict_temperature-1", "abc")
predict_perplexity_1 = Choice("predict_perplexity-1", "abc")


# --- what the cases are made of: a tokenizer of few words, and models with set weights ---

SPECIAL = {"unk": "[UNK]", "cls": "[CLS]", "sep": "[SEP]", "pad": "[PAD]", "mask": "[MASK]"}
_FIRST = "[PAD] the dog [UNK] soup we . go [SEP] home [CLS] a [MASK] The cat , I ate to school"
_MORE = "We old un ##happy happy ##ness saw key play ##ed She she"
WORDS = [*_FIRST.split(), *_MORE.split()]
GENERATE = "transformers.GenerationMixin.generate"


def tokenizer(limit: int = 64, mask: str = SPECIAL["mask"]) -> Any:
    """A tokenizer of WORDS that frames a text as BERT's does, with this sign for a masked word.

    `limit` is its `model_max_length`.
    """
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors

    words = [mask if word == SPECIAL["mask"] else word for word in WORDS]
    ids = {word: number for number, word in enumerate(words)}
    made = Tokenizer(models.WordPiece(ids, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.BertProcessing(
        ("[SEP]", ids["[SEP]"]), ("[CLS]", ids["[CLS]"])
    )
    made.decoder = decoders.WordPiece()
    special = SPECIAL | {"mask": mask}
    named: dict[str, Any] = {f"{name}_token": token for name, token in special.items()}
    return make.build(
        "transformers.PreTrainedTokenizerFast",
        tokenizer_file=make.file(made.to_str(), "tokenizer.json"),
        model_max_length=limit,
        **named,
    )


def filler(limit: int = 64, never: Sequence[str] = ("[", "##")) -> Any:
    """A BERT of WORDS that reads `limit` tokens, and guesses none that begins with `never`."""
    ids = tuple(id_ for id_, word in enumerate(WORDS) if word.startswith(tuple(never)))
    return _model("BertConfig", "BertForMaskedLM", tuple(_bert(limit).items()), never=ids)


def writer(vocab: int, positions: int, end: int = 0, scale: float = 2) -> Any:
    """A GPT-2 of `vocab` tokens and `positions`, whose end token is `end`.

    Its weights are numbers between -scale / 2 and scale / 2.
    """
    sizes = {"vocab_size": vocab, "n_positions": positions, "n_embd": 8, "n_layer": 2, "n_head": 2}
    sizes |= {"bos_token_id": end, "eos_token_id": end}
    return _model("GPT2Config", "GPT2LMHeadModel", tuple(sizes.items()), scale)


def _bert(limit: int) -> dict[str, Any]:
    sizes = {"vocab_size": len(WORDS), "max_position_embeddings": limit, "hidden_size": 16}
    sizes |= {"intermediate_size": 8, "num_hidden_layers": 2, "num_attention_heads": 2}
    return sizes | {"pad_token_id": WORDS.index("[PAD]")}


def _model(
    config: str,
    kind: str,
    sizes: tuple[tuple[str, int], ...],
    scale: float = 3,
    never: tuple[int, ...] = (),
) -> Any:
    """A model of transformers in the student's kernel, with weights that are always the same."""
    given: dict[str, Any] = dict(sizes)
    configured = make.build(f"transformers.{config}", **given)
    weights = _weights(config, kind, sizes, scale, never)
    model = make.build(f"transformers.{kind}", configured, weights=weights)
    model.eval()
    return model


@cache
def _weights(
    config: str,
    kind: str,
    sizes: tuple[tuple[str, int], ...],
    scale: float,
    never: tuple[int, ...],
) -> Mapping[str, Tensor]:
    import transformers

    model = getattr(transformers, kind)(getattr(transformers, config)(**dict(sizes)))
    weights = {}
    for place, (name, value) in enumerate(model.state_dict().items()):
        numbers = make.numbers(*value.shape, start=1753 * place) / 2
        if name.endswith("bias"):
            weights[name] = numbers
        else:
            weights[name] = 1 + numbers if "ln_" in name or "Norm" in name else scale * numbers
    for name in ("cls.predictions.bias", "cls.predictions.decoder.bias"):
        if name in weights:
            weights[name] = weights[name].index_fill(0, torch.tensor(never).long(), -60.0)
    return weights


# --- visible: real [batch, token] and whether causal, to booleans [batch, token, token] ---


def padding_at_the_end(look: Look, visible: Any) -> None:
    """Two sentences of 5 places, one padded at the end; not causal. |
    자리 5개인 문장 두 개, 하나는 끝에 패딩, 양방향."""
    look.call(visible, torch.tensor([[True] * 5, [True, True, True, False, False]]), False)


def padding_in_front(look: Look, visible: Any) -> None:
    """One sentence, padding in front and inside; not causal. |
    문장 하나, 맨 앞과 중간에 패딩, 양방향."""
    look.call(visible, torch.tensor([[False, True, False, True, True, True]]), False)


def only_what_came_before(look: Look, visible: Any) -> None:
    """Three sentences of 4 places, padding at either end; causal. |
    자리 4개인 문장 세 개, 앞이나 끝에 패딩, 인과 마스크."""
    rows = [[True] * 4, [True, True, False, False], [False, True, True, True]]
    look.call(visible, torch.tensor(rows), True)


visible_1 = check(SECTION, "visible-1", padding_at_the_end, padding_in_front)
visible_2 = check(SECTION, "visible-2", only_what_came_before)


# --- mask_positions: ids [batch, token] and an id, to rows of (sentence, token) ---


def masks_in_three_sentences(look: Look, mask_positions: Any) -> None:
    """Three sentences of 5 tokens with one, no and two masks. |
    토큰 5개인 문장 세 개, 마스크는 1개, 0개, 2개."""
    ids = torch.tensor([[2, 9, 4, 7, 3], [2, 6, 5, 5, 3], [2, 4, 8, 4, 3]])
    look.call(mask_positions, ids, 4)


def a_single_mask(look: Look, mask_positions: Any) -> None:
    """Two sentences of 4 tokens, one mask in all. | 토큰 4개인 문장 두 개, 마스크는 모두 1개."""
    look.call(mask_positions, torch.tensor([[2, 6, 9, 3], [2, 9, 5, 3]]), 5)


def no_mask(look: Look, mask_positions: Any) -> None:
    """Two sentences of 6 tokens without a mask. | 토큰 6개인 문장 두 개, 마스크 없음."""
    look.call(mask_positions, torch.tensor([[2, 6, 4, 9, 7, 3], [2, 5, 4, 3, 0, 0]]), 8)


mask_positions_1 = check(
    SECTION, "mask_positions-1", masks_in_three_sentences, a_single_mask, no_mask
)


# --- top_words: model, tokenizer, a text and k to a list of pairs for each mask ---


def words_for_one_mask(look: Look, top_words: Any) -> None:
    """A text with one mask, three words. | 마스크 1개인 글, 후보 단어 3개."""
    look.call(top_words, filler(), tokenizer(), "The dog [MASK] a cat.", 3)


def words_for_two_masks(look: Look, top_words: Any) -> None:
    """A text with two masks, two words for each. | 마스크 2개인 글, 자리마다 후보 단어 2개."""
    look.call(top_words, filler(), tokenizer(), "I [MASK] the [MASK] cat.", 2)


def more_words_than_there_are(look: Look, top_words: Any) -> None:
    """A million words, more than the vocabulary has. | 후보 단어 100만 개, 어휘 크기보다 많음."""
    look.call(top_words, filler(), tokenizer(), "She [MASK].", 10**6, through="sizes")


def as_many_words_as_usual(look: Look, top_words: Any) -> None:
    """The number of words is left out. | 후보 단어의 수를 생략."""
    look.call(top_words, filler(), tokenizer(), "She [MASK].", through="sizes")


def words_without_a_mask(look: Look, top_words: Any) -> None:
    """A text without a mask. | 마스크가 없는 글."""
    look.refuses(top_words, filler(), tokenizer(), "I go to school.", 3)


def words_in_a_text_too_long(look: Look, top_words: Any) -> None:
    """42 tokens for a model that can read 16. | 최대 길이가 16인 모델에 토큰 42개."""
    look.refuses(top_words, filler(16), tokenizer(16), "I [MASK] to school. " * 8, 3)


top_words_1 = check(SECTION, "top_words-1", words_for_one_mask, words_for_two_masks)
top_words_2 = check(SECTION, "top_words-2", more_words_than_there_are, as_many_words_as_usual)
top_words_3 = check(SECTION, "top_words-3", words_without_a_mask, words_in_a_text_too_long)


# --- restore: model, tokenizer and texts to texts with every mask filled ---


def restored(look: Look, restore: Any, *texts: str) -> None:
    """The texts as they are filled, however they are spaced."""
    look.call(restore, filler(), tokenizer(), [*texts], through="unspaced")


def one_text(look: Look, restore: Any) -> None:
    """One text with one mask. | 마스크 1개인 글 하나."""
    restored(look, restore, "The dog ate the key, [MASK] dog.")


def texts_of_any_length(look: Look, restore: Any) -> None:
    """Four texts with one, three, no and one mask. | 글 네 개, 마스크는 1개, 3개, 0개, 1개."""
    restored(look, restore, *FOUR)


def no_texts(look: Look, restore: Any) -> None:
    """The empty list. | 빈 리스트."""
    restored(look, restore)


def a_text_without_a_mask(look: Look, restore: Any) -> None:
    """Two texts, the first without a mask. | 글 두 개, 첫 글에는 마스크 없음."""
    restored(look, restore, "The dog ate soup.", "The [MASK] cat ate soup, the cat.")


FOUR = (
    "The dog [MASK] a cat.",
    "We [MASK] the [MASK] [MASK].",
    "I saw the old key, a cat.",
    "[MASK] ate a cat",
)

restore_1 = check(SECTION, "restore-1", one_text)
restore_2 = check(SECTION, "restore-2", texts_of_any_length)
restore_3 = check(SECTION, "restore-3", no_texts, a_text_without_a_mask)


# --- next_probabilities: model and ids [token] to probabilities [vocab] ---


def after_five_tokens(look: Look, next_probabilities: Any) -> None:
    """A text of 5 tokens, a vocabulary of 17. | 토큰 5개인 글, 어휘 크기 17."""
    look.call(next_probabilities, writer(17, 12), torch.tensor([5, 11, 2, 7, 3]))


def after_one_token(look: Look, next_probabilities: Any) -> None:
    """A text of one token, a vocabulary of 17. | 토큰 하나뿐인 글, 어휘 크기 17."""
    look.call(next_probabilities, writer(17, 12), torch.tensor([9]))


next_probabilities_1 = check(SECTION, "next_probabilities-1", after_five_tokens, after_one_token)


# --- continue_greedily: model, ids and how many more, to the ids continued ---


def continued(look: Look, continue_greedily: Any, model: Any, ids: list[int], more: int) -> None:
    """A text as it is continued, and whether generate was called for it."""
    look.call(continue_greedily, model, ids, more, banned=[GENERATE])


def six_more_tokens(look: Look, continue_greedily: Any) -> None:
    """Two prompts, limits of 6 and 5; no end token comes. |
    프롬프트 두 개, 한도 6개와 5개, 끝 토큰은 나오지 않음."""
    model = writer(13, 24)
    continued(look, continue_greedily, model, [6, 12, 5], 6)
    continued(look, continue_greedily, model, [9, 11, 6, 4], 5)


def an_end_on_the_way(look: Look, continue_greedily: Any) -> None:
    """A limit of 11; the sixth new token is the end. |
    한도는 11개, 새로 쓴 여섯 번째 토큰이 끝 토큰."""
    continued(look, continue_greedily, writer(11, 24), [10, 8], 11)


def an_end_in_the_text(look: Look, continue_greedily: Any) -> None:
    """Two prompts with the end token in them, inside and last. |
    끝 토큰이 든 프롬프트 두 개, 중간과 맨 끝."""
    model = writer(13, 24, end=7)
    continued(look, continue_greedily, model, [4, 7, 12], 4)
    continued(look, continue_greedily, model, [10, 7], 4)


def a_text_too_long(look: Look, continue_greedily: Any) -> None:
    """12 positions; prompts of 14, 21 and 9 tokens, and 1, 3 and 6 more. |
    최대 길이 12, 프롬프트 14·21·9개에 새 토큰 1·3·6개."""
    model = writer(13, 12)
    look.refuses(continue_greedily, model, [5, 9, 3, 8, 2, 6, 4] * 2, 1)
    look.refuses(continue_greedily, model, [5, 9, 3, 8, 2, 6, 4] * 3, 3)
    look.refuses(continue_greedily, model, [6, 12, 5] * 3, 6)


def all_positions(look: Look, continue_greedily: Any) -> None:
    """12 positions, a prompt of 5 tokens and 7 more. | 최대 길이 12, 프롬프트 5개에 새 토큰 7개."""
    continued(look, continue_greedily, writer(13, 12), [9, 11, 6, 4, 8], 7)


continue_greedily_1 = check(SECTION, "continue_greedily-1", six_more_tokens)
continue_greedily_2 = check(SECTION, "continue_greedily-2", an_end_on_the_way, an_end_in_the_text)
continue_greedily_3 = check(SECTION, "continue_greedily-3", a_text_too_long, all_positions)


# --- sampling_probabilities: logits [vocab], temperature and k to probabilities [vocab] ---


def temperatures(look: Look, sampling_probabilities: Any) -> None:
    """Temperatures 0.5, 1 and 2; all 9 tokens are kept. | 온도 0.5, 1, 2, 토큰 9개를 모두 남김."""
    logits = 3 * make.numbers(9, start=4)
    for temperature in (0.5, 1.0, 2.0):
        look.call(sampling_probabilities, logits, temperature)


def three_kept(look: Look, sampling_probabilities: Any) -> None:
    """Temperature 0.7, 3 of 9 tokens are kept. | 온도 0.7, 토큰 9개 중 3개를 남김."""
    look.call(sampling_probabilities, 3 * make.numbers(9, start=4), 0.7, 3)


def all_kept(look: Look, sampling_probabilities: Any) -> None:
    """8 tokens, of which 8 and then 50 are to be kept. | 토큰 8개, 남길 수는 8개와 50개."""
    logits = 3 * make.numbers(8, start=30)
    for size in (8, 50):
        look.call(sampling_probabilities, logits, 0.7, size)


def no_temperature(look: Look, sampling_probabilities: Any) -> None:
    """Temperatures 0 and -1. | 온도 0과 -1."""
    for temperature in (0.0, -1.0):
        look.refuses(sampling_probabilities, make.numbers(7), temperature)


def temperature_left_out(look: Look, sampling_probabilities: Any) -> None:
    """No temperature given, then 1; 2 of 7 tokens are kept. |
    온도를 생략한 경우와 1인 경우, 토큰 7개 중 2개를 남김."""
    logits = 2 * make.numbers(7, start=60)
    look.call(sampling_probabilities, logits, top_k=2)
    look.call(sampling_probabilities, logits, 1.0, 2)


sampling_probabilities_1 = check(SECTION, "sampling_probabilities-1", temperatures)
sampling_probabilities_2 = check(SECTION, "sampling_probabilities-2", three_kept, all_kept)
sampling_probabilities_3 = check(
    SECTION, "sampling_probabilities-3", no_temperature, temperature_left_out
)


# --- draw_token: probabilities [vocab] and a number to an id ---


def drawn(look: Look, draw_token: Any, chances: list[float], *numbers: float) -> None:
    """What is drawn with each of these numbers, and whether others are made for it."""
    for number in numbers:
        look.call(draw_token, torch.tensor(chances), number, banned=["multinomial", "rand"])


def six_numbers(look: Look, draw_token: Any) -> None:
    """Six numbers, 5 tokens, one of them of probability 0. |
    수 여섯 개, 토큰 5개 중 하나는 확률 0."""
    drawn(look, draw_token, [0.125, 0.5, 0.0, 0.25, 0.125], 0.0, 0.1, 0.3, 0.6, 0.7, 0.9)


def one_possible_token(look: Look, draw_token: Any) -> None:
    """All probability on one of three tokens. | 토큰 3개 중 하나의 확률이 1."""
    drawn(look, draw_token, [0.0, 1.0, 0.0], 0.5)


def numbers_at_edges(look: Look, draw_token: Any) -> None:
    """Numbers equal to a sum, beside tokens of probability 0. |
    누적 확률과 같은 수, 이웃에 확률 0인 토큰."""
    drawn(look, draw_token, [0.0, 0.0, 0.25, 0.25, 0.0, 0.5], 0.0, 0.25, 0.5)


def sums_that_fall_short(look: Look, draw_token: Any) -> None:
    """The sum of all probabilities is less than the number. |
    확률을 모두 더해도 수보다 작은 경우."""
    drawn(look, draw_token, [0.125, 0.5, 0.0, 0.3749, 0.0], 0.99995)


draw_token_1 = check(SECTION, "draw_token-1", six_numbers, one_possible_token)
draw_token_2 = check(SECTION, "draw_token-2", numbers_at_edges, sums_that_fall_short)


# --- perplexity: model and ids [token] to a number ---


def six_tokens(look: Look, perplexity: Any) -> None:
    """A text of 6 tokens, a vocabulary of 13. | 토큰 6개인 글, 어휘 크기 13."""
    look.call(perplexity, writer(13, 10), torch.tensor([4, 9, 2, 2, 11, 7]))


def two_tokens(look: Look, perplexity: Any) -> None:
    """A text of 2 tokens, a vocabulary of 13. | 토큰 2개인 글, 어휘 크기 13."""
    look.call(perplexity, writer(13, 10), torch.tensor([3, 8]))


def nothing_to_guess(look: Look, perplexity: Any) -> None:
    """A text of a single token. | 토큰 하나뿐인 글."""
    look.refuses(perplexity, writer(13, 10), torch.tensor([5]))


def tokens_beyond_the_positions(look: Look, perplexity: Any) -> None:
    """18 tokens for a model of 10 positions. | 최대 길이가 10인 모델에 토큰 18개."""
    look.refuses(perplexity, writer(13, 10), torch.tensor([4, 9, 2, 7, 11, 7] * 3))


perplexity_1 = check(SECTION, "perplexity-1", six_tokens, two_tokens)
perplexity_2 = check(SECTION, "perplexity-2", nothing_to_guess, tokens_beyond_the_positions)


# --- next_words: a model, a tokenizer and prompts to the token that comes next for each ---

_TALE = "the dog a cat we saw soup ate home went key old she found river sang it was very late"
TALE = [f"▁{word}" for word in _TALE.split()]
TALE.insert(7, "<end>")


def teller(scale: float = 4) -> Any:
    """A GPT-2 of TALE with 24 positions."""
    return writer(len(TALE), 24, end=TALE.index("<end>"), scale=scale)


def tale_tokenizer() -> Any:
    """A tokenizer of TALE, which adds nothing to a text, and pads with the end token on the right.

    A token is written `▁dog`, and decoded `dog`.
    """
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers

    ids = {word: number for number, word in enumerate(TALE)}
    made = Tokenizer(models.WordLevel(ids, unk_token="<end>"))
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    made.decoder = decoders.Metaspace()
    return make.build(
        "transformers.PreTrainedTokenizerFast",
        tokenizer_file=make.file(made.to_str(), "tokenizer.json"),
        eos_token="<end>",
        pad_token="<end>",
    )


def told(look: Look, next_words: Any, *prompts: str) -> None:
    """What comes next after each of these prompts."""
    look.call(next_words, teller(), tale_tokenizer(), [*prompts])


def a_short_prompt_beside_a_long_one(look: Look, next_words: Any) -> None:
    """Two prompts of 2 and 6 tokens. | 프롬프트 두 개, 토큰은 2개와 6개."""
    told(look, next_words, "it sang", "she found a very old key")


def one_prompt(look: Look, next_words: Any) -> None:
    """One prompt. | 프롬프트 하나."""
    told(look, next_words, "we saw the river")


def three_prompts(look: Look, next_words: Any) -> None:
    """Three prompts of 2, 5 and 1 tokens. | 프롬프트 세 개, 토큰은 2개, 5개, 1개."""
    told(look, next_words, "the soup", "the old dog ate soup", "home")


next_words_1 = check(
    SECTION, "next_words-1", a_short_prompt_beside_a_long_one, one_prompt, three_prompts
)
