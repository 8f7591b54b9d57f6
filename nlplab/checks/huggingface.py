"""Section 05: what its checks hand to a student's objects: the small translator, and tiny models.

Of the student's own translator, which may be the public one, only what is true of both is noted.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from transformers import MarianConfig, MarianMTModel

from nlplab import check as make
from nlplab.checks.case import Look
from nlplab.checks.check import Choice, check

SECTION = "05_huggingface"
NAME = "Helsinki-NLP/opus-mt-ko-en"
GENERATE = ["transformers.GenerationMixin.generate"]

predict_padding_1 = Choice("predict_padding-1", "abc")
predict_beams_1 = Choice("predict_beams-1", "abc")


# --- load_translator: a tokenizer and a model ---

TOKENIZER, WORDS = "transformers.PreTrainedTokenizerBase", "transformers.MarianTokenizer"
MODULE, HEADLESS = "torch.nn.Module", "transformers.MarianModel"
TRANSLATOR = "transformers.MarianMTModel"


def what_was_loaded(look: Look, tokenizer: Any, model: Any) -> None:
    """The classes of both objects, and whether the model trains. |
    두 객체의 클래스와 모델의 학습 모드 여부."""
    for name, value in (("tokenizer", tokenizer), ("model", model)):
        for kind in (TOKENIZER, WORDS, MODULE, HEADLESS, TRANSLATOR):
            look.note(f"{name} as {kind.rpartition('.')[2]}", make.is_a(value, kind))
    if make.is_a(model, MODULE):
        look.note("training", look.get(model, "training"))


def about(look: Look, tokenizer: Any, model: Any, text: str, *words: str) -> None:
    """Which of these words are in the translation of a text."""
    if not (make.is_a(tokenizer, WORDS) and make.is_a(model, TRANSLATOR)):
        return
    settled = look.build("copy.deepcopy", model)  # for the student's may train, or be on a GPU
    for change in ("eval", "cpu"):
        look.build(look.get(settled, change))
    ids = look.build("torch.tensor", [look.build(look.get(tokenizer, "encode"), text)])
    rows = look.build(look.get(settled, "generate"), ids)
    english = look.build(look.get(tokenizer, "batch_decode"), rows)
    look.note("about", [word for word in words if word in str(english)])


def what_it_makes_of_a_school(look: Look, tokenizer: Any, model: Any) -> None:
    """The model's translation of 나는 학교에 간다. | '나는 학교에 간다.'의 번역문."""
    about(look, tokenizer, model, "나는 학교에 간다.", "school")


load_translator_1 = check(SECTION, "load_translator-1", what_was_loaded, what_it_makes_of_a_school)


# --- translate_one and translate_many: a model, a tokenizer and sentences to English ---


def small(kind: str = "AutoModelForSeq2SeqLM") -> Any:
    """The small translator, or what belongs to it."""
    return make.pretrained(kind, NAME)


def translated(look: Look, translate: Any, sentences: Any) -> None:
    """What the small translator makes of a sentence, or of several."""
    look.call(translate, reader(look), small("AutoTokenizer"), sentences)


def reader(look: Look) -> Any:
    """The small translator; what its `generate` is handed for ids must be a batch of them."""
    model = small()
    look.handed(model, "generate", inputs=["Tensor 2"], input_ids=["Tensor 2"])
    return model


def coffee(look: Look, translate_one: Any) -> None:
    """A short sentence: 나는 커피를 마신다. | 짧은 문장: 나는 커피를 마신다."""
    translated(look, translate_one, "나는 커피를 마신다.")


def yesterday(look: Look, translate_one: Any) -> None:
    """A sentence in the past: 그는 어제 학교에 갔다. | 과거형 문장: 그는 어제 학교에 갔다."""
    translated(look, translate_one, "그는 어제 학교에 갔다.")


def three_clauses(look: Look, translate_one: Any) -> None:
    """One long sentence of three clauses. | 절이 세 개인 긴 문장 하나."""
    text = "그녀가 바닷가에서 사진을 찍는 동안 나는 집에서 울 것이고 농부는 피아노를 칠 것이다."
    translated(look, translate_one, text)


translate_one_1 = check(SECTION, "translate_one-1", coffee, yesterday)
translate_one_2 = check(SECTION, "translate_one-2", three_clauses)


def three_sentences(look: Look, translate_many: Any) -> None:
    """Three sentences, the longest in the middle, the shortest last. |
    문장 세 개, 가장 긴 것이 가운데, 가장 짧은 것이 끝."""
    sentences = ["나는 책을 읽는다.", "그는 어제 친구와 학교에 갔다.", "그녀는 잔다."]
    translated(look, translate_many, sentences)


def one_sentence(look: Look, translate_many: Any) -> None:
    """A list of one sentence. | 문장이 하나뿐인 리스트."""
    translated(look, translate_many, ["그는 어제 친구와 학교에 갔다."])


def no_sentence(look: Look, translate_many: Any) -> None:
    """The empty list. | 빈 리스트."""
    translated(look, translate_many, [])


def blanks(look: Look, translate_many: Any) -> None:
    """Four sentences, one of them empty and one only spaces. |
    문장 네 개, 하나는 빈 문자열, 하나는 공백만."""
    translated(look, translate_many, ["", "나는 수영한다.", "   ", "나는 커피를 마신다."])


def a_blank_alone(look: Look, translate_many: Any) -> None:
    """A list of one empty sentence. | 빈 문자열 하나뿐인 리스트."""
    translated(look, translate_many, [""])


def too_long(look: Look, translate_many: Any) -> None:
    """Two sentences, the second longer than the model can read. |
    문장 두 개, 두 번째는 모델의 최대 길이를 넘음."""
    sentences = ["그녀는 잔다.", "나는 책을 읽는다. " * 40]
    look.refuses(translate_many, reader(look), small("AutoTokenizer"), sentences)


translate_many_1 = check(SECTION, "translate_many-1", three_sentences, one_sentence)
translate_many_2 = check(SECTION, "translate_many-2", no_sentence, blanks, a_blank_alone)
translate_many_3 = check(SECTION, "translate_many-3", too_long)


# --- has_part and count_parameters: a model, whose parameters have names ---


def marian(kind: str, **more: Any) -> Any:
    """A Marian model with an encoder of two layers and a decoder of one."""
    sizes: dict[str, Any] = {"vocab_size": 13, "d_model": 6, "pad_token_id": 0}
    sizes |= {"decoder_start_token_id": 0} | more
    sizes |= {"max_position_embeddings": 10, "encoder_layers": 2, "decoder_layers": 1}
    for part, width in [("encoder", 5), ("decoder", 7)]:
        sizes |= {f"{part}_ffn_dim": width, f"{part}_attention_heads": 2}
    return make.build(f"transformers.{kind}", make.build("transformers.MarianConfig", **sizes))


def bert(kind: str = "BertForMaskedLM") -> Any:
    """A BERT, which fills gaps where it has a head."""
    sizes: dict[str, Any] = {"vocab_size": 11, "hidden_size": 6, "num_attention_heads": 2}
    sizes |= {"num_hidden_layers": 1, "intermediate_size": 5, "max_position_embeddings": 9}
    return make.build(f"transformers.{kind}", make.build("transformers.BertConfig", **sizes))


def t5(kind: str) -> Any:
    """A T5, whose encoder and decoder are the first components of names."""
    sizes: dict[str, Any] = {"vocab_size": 11, "d_model": 8, "d_kv": 3, "d_ff": 6, "num_heads": 2}
    sizes |= {"num_layers": 2, "num_decoder_layers": 1}
    return make.build(f"transformers.{kind}", make.build("transformers.T5Config", **sizes))


def tree(**parts: Any) -> Any:
    """A module with parts under these names."""
    return make.build("torch.nn.ModuleDict", parts)


def layer(width: int = 3) -> Any:
    """A linear layer."""
    return make.build("torch.nn.Linear", 2, width)


def in_both(look: Look, has_part: Any, model: Any) -> None:
    """The answers for the encoder and for the decoder."""
    look.call(has_part, model, "encoder")
    look.call(has_part, model, "decoder")


def a_translator(look: Look, has_part: Any) -> None:
    """Marian, a translator with encoder and decoder. |
    인코더와 디코더가 모두 있는 번역 모델 Marian."""
    in_both(look, has_part, marian("MarianMTModel"))


def a_decoder_alone(look: Look, has_part: Any) -> None:
    """Marian's decoder alone, with layers called encoder_attn. |
    Marian의 디코더만, encoder_attn이라는 층 포함."""
    in_both(look, has_part, marian("MarianForCausalLM"))


def an_encoder_first(look: Look, has_part: Any) -> None:
    """An encoder, then a layer that belongs to no part. |
    인코더, 그 뒤에 어느 부분에도 속하지 않는 층."""
    in_both(look, has_part, tree(encoder=layer(), head=layer()))


def a_decoder_inside(look: Look, has_part: Any) -> None:
    """A layer of no part, then a decoder inside another module. |
    어느 부분에도 속하지 않는 층, 그 뒤 다른 모듈 속의 디코더."""
    in_both(look, has_part, tree(head=layer(), body=tree(decoder=layer())))


def a_reader(look: Look, has_part: Any) -> None:
    """BERT with its head, where two names share one tensor. |
    헤드가 있는 BERT, 텐서 하나를 두 이름이 공유."""
    in_both(look, has_part, bert())


def first_components(look: Look, has_part: Any) -> None:
    """T5, where encoder and decoder come first in names. | T5, 이름 맨 앞에 encoder와 decoder."""
    in_both(look, has_part, t5("T5ForConditionalGeneration"))


def an_encoder_alone(look: Look, has_part: Any) -> None:
    """T5's encoder alone. | T5의 인코더만."""
    in_both(look, has_part, t5("T5EncoderModel"))


def an_encoder_of_no_parameters(look: Look, has_part: Any) -> None:
    """An encoder without parameters, then a linear layer. |
    매개변수가 없는 인코더, 그 뒤에 선형층."""
    in_both(look, has_part, tree(encoder=make.build("torch.nn.ReLU"), head=layer()))


has_part_1 = check(
    SECTION, "has_part-1", a_translator, a_decoder_alone, an_encoder_first, a_decoder_inside
)
has_part_2 = check(
    SECTION,
    "has_part-2",
    a_reader,
    first_components,
    an_encoder_alone,
    an_encoder_of_no_parameters,
)


def of_a_translator(look: Look, count_parameters: Any) -> None:
    """Marian: shared tensors, parameters not trained, a buffer. |
    Marian: 공유 텐서, 학습되지 않는 매개변수, 버퍼."""
    look.call(count_parameters, marian("MarianMTModel"))


def of_a_reader(look: Look, count_parameters: Any) -> None:
    """BERT without a head, which has no decoder. | 디코더가 없는 BERT, 헤드 없음."""
    look.call(count_parameters, bert("BertModel"))


count_parameters_1 = check(SECTION, "count_parameters-1", of_a_translator)
count_parameters_2 = check(SECTION, "count_parameters-2", of_a_reader)


# --- next_logits: a model, a memory [1, src, hidden], its mask and ids to logits [vocab] ---


def tiny(vocab: int, hidden: int, positions: int = 16) -> Any:
    """A Marian model with weights between -0.5 and 0.5, which starts with 3 and ends with 2."""
    sizes: dict[str, Any] = {"vocab_size": vocab, "d_model": hidden, "dropout": 0.0}
    sizes |= {"pad_token_id": 1, "eos_token_id": 2, "decoder_start_token_id": 3}
    sizes |= {"max_position_embeddings": positions, "forced_eos_token_id": None}
    for part in ("encoder", "decoder"):
        sizes |= {f"{part}_ffn_dim": 6, f"{part}_layers": 1, f"{part}_attention_heads": 2}
    weights: Mapping[str, Tensor] = make.weighted(MarianMTModel(MarianConfig(**sizes))).state_dict()
    config = make.build("transformers.MarianConfig", **sizes)
    return make.build("transformers.MarianMTModel", config, weights=weights)


MEMORY = ["tuple", "list", "object"]


def step(
    look: Look, next_logits: Any, model: Any, memory: Tensor, mask: list[int], ids: list[int]
) -> None:
    """The logits of the next token, and what the model was handed that it does not take so."""
    written, none = ["Tensor 2"], list[str]()
    look.handed(
        model, input_ids=none, inputs_embeds=none, encoder_outputs=MEMORY, decoder_input_ids=written
    )
    look.call(next_logits, model, memory, torch.tensor([mask]), ids)


def four_written(look: Look, next_logits: Any) -> None:
    """Four tokens written; a source of 5 places, two of them padding. |
    쓴 토큰 4개, 원문은 다섯 자리 중 둘이 패딩."""
    memory = 2 * make.numbers(1, 5, 8)
    step(look, next_logits, tiny(19, 8), memory, [1, 1, 1, 0, 0], [3, 7, 12, 5])


def the_start_alone(look: Look, next_logits: Any) -> None:
    """The start token alone; the same source. | 시작 토큰 하나뿐, 원문은 다섯 자리 중 둘이 패딩."""
    step(look, next_logits, tiny(19, 8), 2 * make.numbers(1, 5, 8), [1, 1, 1, 0, 0], [3])


next_logits_1 = check(SECTION, "next_logits-1", four_written, the_start_alone)


# --- greedy_by_hand: a model, ids and mask [1, src] and a limit to a list of ids ---

SLEEPS = [15, 205, 3, 2, 0]  # 그녀는 잔다.
COFFEE = [22, 105, 81, 3, 2, 0]  # 선생님은 커피를 마신다.
FRIEND = [24, 35, 74, 131, 117, 3, 2, 0]  # 나는 어제 친구와 학교에 갔다.
BICYCLE = [23, 52, 47, 140, 3, 2, 0]  # 그는 매일 자전거를 탄다.
SMILED = [23, 326, 3, 2, 0]  # 그는 웃었다.


def configured(look: Look, **settings: int) -> Any:
    """The small translator with other ids in its `config`."""
    model = small()
    look.build(look.get(look.get(model, "config"), "update"), settings)
    return model


def sentence(*shown: Sequence[int], before: Sequence[int] = ()) -> tuple[Tensor, Tensor]:
    """Ids and mask of a source; what stands `before` is masked."""
    ids = [*before, *(token for part in shown for token in part)]
    mask = torch.ones(1, len(ids), dtype=torch.long)
    mask[0, : len(before)] = 0
    return torch.tensor([ids]), mask


def written(
    look: Look, greedy_by_hand: Any, model: Any, source: tuple[Tensor, Tensor], limit: int
) -> None:
    """What is written by hand, and whether `generate` did it."""
    look.handed(model, encoder_outputs=MEMORY, decoder_input_ids=["Tensor 2"])
    look.call(greedy_by_hand, model, *source, limit, banned=GENERATE)


def a_short_one(look: Look, greedy_by_hand: Any) -> None:
    """A source of 5 tokens, limit 64. | 토큰 5개인 원문, 한도 64개."""
    written(look, greedy_by_hand, small(), sentence(SLEEPS), 64)


def a_longer_one(look: Look, greedy_by_hand: Any) -> None:
    """A source of 8 tokens, limit 64. | 토큰 8개인 원문, 한도 64개."""
    written(look, greedy_by_hand, small(), sentence(FRIEND), 64)


def readings(look: Look, greedy_by_hand: Any, source: tuple[Tensor, Tensor], limit: int) -> None:
    """How often the encoder runs, and whether anything is written at all."""
    model = small()
    look.counted(look.build(look.get(model, "get_encoder")))
    ids = look.build(greedy_by_hand, model, *source, limit)
    look.note("more than the start", not isinstance(ids, list) or len(ids) > 1)


def how_often_it_reads(look: Look, greedy_by_hand: Any) -> None:
    """Runs of the encoder while one sentence is translated. |
    문장 하나를 번역하는 동안 인코더의 실행 횟수."""
    readings(look, greedy_by_hand, sentence(COFFEE), 64)


def a_masked_sentence(look: Look, greedy_by_hand: Any) -> None:
    """Another sentence in front, hidden by the attention mask. |
    어텐션 마스크로 가린 다른 문장이 앞에 있는 원문."""
    written(look, greedy_by_hand, small(), sentence(SMILED, before=BICYCLE), 30)


def padding_is_likeliest(look: Look, greedy_by_hand: Any) -> None:
    """The largest logit of the third step is the pad token's. |
    세 번째 시점에서 로짓이 가장 큰 것이 패딩 토큰."""
    written(look, greedy_by_hand, configured(look, pad_token_id=695), sentence(COFFEE), 30)


def padding_first(look: Look, greedy_by_hand: Any) -> None:
    """The largest logit of the first step is the pad token's. |
    첫 시점에서 로짓이 가장 큰 것이 패딩 토큰."""
    written(look, greedy_by_hand, configured(look, pad_token_id=605), sentence(COFFEE), 30)


def a_limit_of_three(look: Look, greedy_by_hand: Any) -> None:
    """A limit of 3; the whole translation has 10 tokens. |
    한도는 3개, 끝까지 쓴 번역문은 토큰 10개."""
    written(look, greedy_by_hand, small(), sentence(FRIEND), 3)


def an_end_before_the_limit(look: Look, greedy_by_hand: Any) -> None:
    """A limit of 10; the whole translation has 4 tokens. |
    한도는 10개, 끝까지 쓴 번역문은 토큰 4개."""
    written(look, greedy_by_hand, small(), sentence(SLEEPS), 10)


greedy_by_hand_1 = check(SECTION, "greedy_by_hand-1", a_short_one, a_longer_one)
greedy_by_hand_2 = check(SECTION, "greedy_by_hand-2", how_often_it_reads)
greedy_by_hand_3 = check(
    SECTION, "greedy_by_hand-3", a_masked_sentence, padding_is_likeliest, padding_first
)
greedy_by_hand_4 = check(SECTION, "greedy_by_hand-4", a_limit_of_three, an_end_before_the_limit)


# --- pair_loss: a model, a tokenizer, sources and targets to a loss [] ---

SCHOOL = "나는 학교에 간다."
LIBRARY = "그녀는 어제 친구와 도서관에 갔다."
SLEEP = "그녀는 잔다."


def lost(look: Look, pair_loss: Any, sources: list[str], targets: list[str]) -> None:
    """The loss of the small translator on these pairs."""
    look.call(pair_loss, small(), small("AutoTokenizer"), sources, targets)


def two_pairs(look: Look, pair_loss: Any) -> None:
    """Two pairs, the second translation longer than the first. |
    문장 쌍 두 개, 둘째 번역문이 첫째보다 긺."""
    lost(
        look, pair_loss, [SCHOOL, LIBRARY], ["She sleeps.", "I went to school with him yesterday."]
    )


def one_pair(look: Look, pair_loss: Any) -> None:
    """One pair. | 문장 쌍 하나."""
    lost(look, pair_loss, [SCHOOL], ["I went to the library."])


def a_short_source_of_a_long_target(look: Look, pair_loss: Any) -> None:
    """Three pairs, the longest translation of the shortest source. |
    문장 쌍 세 개, 가장 짧은 원문의 번역문이 가장 긺."""
    english = ["I drink coffee.", "She reads a book in the park today.", "He is there."]
    lost(look, pair_loss, [LIBRARY, SLEEP, SCHOOL], english)


pair_loss_1 = check(SECTION, "pair_loss-1", two_pairs, one_pair, a_short_source_of_a_long_target)
