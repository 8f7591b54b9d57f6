"""Section 04: what its checks hand to a student's objects. Sizes differ along every axis."""

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from nlplab import check as make
from nlplab import doubles
from nlplab.checks.case import Look
from nlplab.checks.check import Choice, check

SECTION = "04_attention"

predict_reach_1 = Choice("predict_reach-1", "abc")
predict_map_1 = Choice("predict_map-1", "abc")
predict_scale_1 = Choice("predict_scale-1", "abc")


# --- luong_scores: states [*batch, tgt, hidden], memory [*batch, src, hidden] and a matrix ---


def scored(*batch: int, tgt: int, src: int, hidden: int, start: int = 0) -> list[Tensor]:
    """States, memory and the matrix between them, numbers between -1 and 1."""
    sizes = [(*batch, tgt, hidden), (*batch, src, hidden), (hidden, hidden)]
    return [make.numbers(*size, start=start + 40 * at) for at, size in enumerate(sizes)]


def two_steps(look: Look, luong_scores: Any) -> None:
    """Two time steps, 5 source tokens, states of 3 numbers. |
    시점 2개, 원문 토큰 5개, 상태는 수 3개."""
    look.call(luong_scores, *scored(tgt=2, src=5, hidden=3))


def one_step(look: Look, luong_scores: Any) -> None:
    """One time step, 4 source tokens. | 시점 1개, 원문 토큰 4개."""
    look.call(luong_scores, *scored(tgt=1, src=4, hidden=2, start=7))


def scores_of_a_batch(look: Look, luong_scores: Any) -> None:
    """Three sentences of 4 tokens, two time steps each. | 토큰 4개인 원문 세 개, 시점은 2개씩."""
    look.call(luong_scores, *scored(3, tgt=2, src=4, hidden=5, start=11))


def scores_of_a_batch_of_one(look: Look, luong_scores: Any) -> None:
    """Three time steps and one source token, as a batch. | 시점 3개와 원문 토큰 1개를 배치로."""
    look.call(luong_scores, *scored(1, tgt=3, src=1, hidden=2, start=21))


def what_the_scores_teach(look: Look, luong_scores: Any) -> None:
    """The gradients at the states, the memory and the matrix. | 상태, 기억, 행렬의 기울기."""
    look.gradients(luong_scores, *scored(1, tgt=2, src=3, hidden=2, start=31))


luong_scores_1 = check(SECTION, "luong_scores-1", two_steps, one_step)
luong_scores_2 = check(
    SECTION,
    "luong_scores-2",
    scores_of_a_batch,
    scores_of_a_batch_of_one,
    what_the_scores_teach,
)


# --- attention_weights: scores [*batch, tgt, src] and a mask [*batch, src] ---


def far_apart(scores: Tensor, distance: float, hidden: int) -> Tensor:
    """Three rows of scores around `distance`, minus that and 0; `hidden` is high in the third."""
    scores = scores + torch.tensor([distance, -distance, 0.0]).unsqueeze(-1)
    scores[2, hidden] += distance
    return scores


def some_padding(look: Look, attention_weights: Any) -> None:
    """Three time steps, five source tokens, two of them masked. |
    시점 3개, 원문 자리 5개, 그중 둘은 패딩."""
    mask = torch.tensor([True, True, False, True, False])
    look.call(attention_weights, 2 * make.numbers(3, 5), mask)


def large_scores(look: Look, attention_weights: Any) -> None:
    """Scores near 200, -200 and 0; in the last, padding near 200. |
    점수가 200, -200, 0 안팎, 0인 시점은 패딩만 200 안팎."""
    mask = torch.tensor([True, False, True, True])
    look.call(attention_weights, far_apart(make.numbers(3, 4, start=15), 200, hidden=1), mask)


def weights_of_a_batch(look: Look, attention_weights: Any) -> None:
    """Two sentences, each with a mask of its own. | 문장 두 개, 마스크는 저마다 다름."""
    mask = torch.tensor([[True, True, False, True], [True, False, True, False]])
    look.call(attention_weights, make.numbers(2, 3, 4, start=9), mask)


def weights_of_a_batch_of_one(look: Look, attention_weights: Any) -> None:
    """One time step of one sentence, as a batch. | 문장 하나의 시점 하나를 배치로."""
    mask = torch.tensor([[True, False, True]])
    look.call(attention_weights, make.numbers(1, 1, 3, start=3), mask)


def what_the_weights_teach(look: Look, attention_weights: Any) -> None:
    """The gradient at the scores. | 점수의 기울기."""
    mask = torch.tensor([[True, True, False]])
    look.gradients(attention_weights, make.numbers(1, 2, 3, start=8), mask)


def nothing_to_look_at(look: Look, attention_weights: Any) -> None:
    """Every place of the sentence is masked. | 모든 자리가 패딩인 문장."""
    look.call(attention_weights, make.numbers(2, 3), torch.tensor([False, False, False]))


def one_of_two_is_empty(look: Look, attention_weights: Any) -> None:
    """Two sentences, one of them padding alone. | 문장 두 개, 하나는 모든 자리가 패딩."""
    mask = torch.tensor([[False, False, False, False], [True, False, True, True]])
    look.call(attention_weights, make.numbers(2, 3, 4, start=5), mask)


attention_weights_1 = check(SECTION, "attention_weights-1", some_padding, large_scores)
attention_weights_2 = check(
    SECTION,
    "attention_weights-2",
    weights_of_a_batch,
    weights_of_a_batch_of_one,
    what_the_weights_teach,
)
attention_weights_3 = check(SECTION, "attention_weights-3", nothing_to_look_at, one_of_two_is_empty)


# --- context_vectors: weights [*batch, tgt, src] and memory [*batch, src, hidden] ---


def mixed(*batch: int, tgt: int, src: int, hidden: int, start: int = 0) -> list[Tensor]:
    """Weights that add up to 1 at each step, and a memory."""
    weights = torch.softmax(2 * make.numbers(*batch, tgt, src, start=start), -1)
    return [weights, make.numbers(*batch, src, hidden, start=start + 60)]


def contexts_of_two_steps(look: Look, context_vectors: Any) -> None:
    """Two time steps, 5 source tokens, states of 3 numbers. |
    시점 2개, 원문 토큰 5개, 상태는 수 3개."""
    look.call(context_vectors, *mixed(tgt=2, src=5, hidden=3))


def context_of_one_step(look: Look, context_vectors: Any) -> None:
    """One time step, 3 source tokens. | 시점 1개, 원문 토큰 3개."""
    look.call(context_vectors, *mixed(tgt=1, src=3, hidden=2, start=4))


def contexts_of_a_batch(look: Look, context_vectors: Any) -> None:
    """Two sentences; in the second all weights are 0. | 문장 두 개, 둘째 문장은 가중치가 모두 0."""
    weights, memory = mixed(2, tgt=3, src=4, hidden=5, start=12)
    look.call(context_vectors, weights * torch.tensor([1.0, 0.0]).view(2, 1, 1), memory)


def contexts_of_a_batch_of_one(look: Look, context_vectors: Any) -> None:
    """Two time steps of one sentence, as a batch. | 문장 하나의 시점 두 개를 배치로."""
    look.call(context_vectors, *mixed(1, tgt=2, src=3, hidden=4, start=22))


def what_the_contexts_teach(look: Look, context_vectors: Any) -> None:
    """The gradients at the weights and the memory. | 가중치와 기억의 기울기."""
    look.gradients(context_vectors, *mixed(1, tgt=2, src=3, hidden=2, start=32))


context_vectors_1 = check(
    SECTION,
    "context_vectors-1",
    contexts_of_two_steps,
    context_of_one_step,
    contexts_of_a_batch,
    contexts_of_a_batch_of_one,
    what_the_contexts_teach,
)


# --- attentional_states: states and context [*batch, tgt, hidden] and a matrix ---


def joined(*batch: int, tgt: int, hidden: int, start: int = 0) -> list[Tensor]:
    """States, context vectors and the matrix [hidden, 2 × hidden]."""
    sizes = [(*batch, tgt, hidden), (*batch, tgt, hidden), (hidden, 2 * hidden)]
    return [make.numbers(*size, start=start + 40 * at) for at, size in enumerate(sizes)]


def two_joined(look: Look, attentional_states: Any) -> None:
    """Two time steps, states of 3 numbers. | 시점 2개, 상태는 수 3개."""
    look.call(attentional_states, *joined(tgt=2, hidden=3))


def one_joined(look: Look, attentional_states: Any) -> None:
    """One time step, a state of 4 numbers. | 시점 1개, 상태는 수 4개."""
    look.call(attentional_states, *joined(tgt=1, hidden=4, start=5))


def a_batch_joined(look: Look, attentional_states: Any) -> None:
    """Four sentences of two time steps, states of one number. |
    문장 네 개, 시점은 2개씩, 상태는 수 1개."""
    look.call(attentional_states, *joined(4, tgt=2, hidden=1, start=14))


def a_batch_of_one_joined(look: Look, attentional_states: Any) -> None:
    """Three time steps of one sentence, as a batch. | 문장 하나의 시점 세 개를 배치로."""
    look.call(attentional_states, *joined(1, tgt=3, hidden=2, start=24))


def what_joining_teaches(look: Look, attentional_states: Any) -> None:
    """The gradients at the states, the contexts and the matrix. |
    상태, 문맥 벡터, 행렬의 기울기."""
    look.gradients(attentional_states, *joined(1, tgt=3, hidden=1, start=34))


attentional_states_1 = check(
    SECTION,
    "attentional_states-1",
    two_joined,
    one_joined,
    a_batch_joined,
    a_batch_of_one_joined,
    what_joining_teaches,
)


# --- AttentionDecoder: ids, (h, c), memory and mask to logits, the new (h, c) and weights ---


def decoder(look: Look, kind: Any, vocab: int, embedding: int, hidden: int) -> Any:
    """A decoder of the student's class around an attention that weighs every place alike."""
    parts = {
        "embedding": nn.Embedding(vocab, embedding),
        "lstm": nn.LSTM(embedding, hidden),
        "attention": doubles.MeanAttention(hidden),
        "output": nn.Linear(hidden, vocab),
    }
    weights = make.weighted(nn.ModuleDict(parts)).state_dict()
    attention = look.build("nlplab.doubles.MeanAttention", hidden)
    return look.build(kind, vocab, embedding, hidden, attention, weights=weights)


def looked_back(*batch: int, src: int, hidden: int, start: int = 0) -> list[Any]:
    """The state before the first step, and a memory."""
    h, c = make.numbers(2, 1, *batch, hidden, start=start)
    return [(h, 2 * c), make.numbers(*batch, src, hidden, start=start + 70)]


def three_steps(look: Look, kind: Any) -> None:
    """Three tokens, a source of 5 places, one of them masked. |
    토큰 3개, 원문 자리 5개, 그중 하나는 패딩."""
    made, mask = decoder(look, kind, 6, 4, 2), torch.tensor([True, True, True, False, True])
    look.call(made, torch.tensor([2, 4, 5]), *looked_back(src=5, hidden=2), mask)


def a_single_step(look: Look, kind: Any) -> None:
    """One token, a source of 4 places, one of them masked. |
    토큰 1개, 원문 자리 4개, 그중 하나는 패딩."""
    made, mask = decoder(look, kind, 5, 1, 3), torch.tensor([True, False, True, True])
    look.call(made, torch.tensor([4]), *looked_back(src=4, hidden=3, start=9), mask)


def steps_of_a_batch(look: Look, kind: Any) -> None:
    """Three sentences of 2 tokens, each with a mask of its own. |
    토큰 2개인 문장 세 개, 마스크는 저마다 다름."""
    mask = [[False, True, True, True], [True, False, True, True], [True, True, False, False]]
    ids = torch.tensor([[2, 0], [2, 3], [2, 1]])
    look.call(
        decoder(look, kind, 4, 3, 2), ids, *looked_back(3, src=4, hidden=2), torch.tensor(mask)
    )


def steps_of_a_batch_of_one(look: Look, kind: Any) -> None:
    """Two tokens of one sentence, as a batch. | 문장 하나의 토큰 두 개를 배치로."""
    made, mask = decoder(look, kind, 5, 2, 3), torch.tensor([[True, True, False]])
    look.call(made, torch.tensor([[2, 4]]), *looked_back(1, src=3, hidden=3, start=19), mask)


def what_the_decoder_learns(look: Look, kind: Any) -> None:
    """The gradients at the embedding, the states and the memory. |
    임베딩, 받은 두 상태, 기억의 기울기."""
    made, mask = decoder(look, kind, 4, 2, 2), torch.tensor([True, False, True])
    ids, given = torch.tensor([2, 3]), looked_back(src=3, hidden=2, start=29)
    look.gradients(made, ids, *given, mask, of=look.get(made, "embedding"))
    look.gradients(made, ids, *given, mask)


attention_decoder_1 = check(SECTION, "attention_decoder-1", three_steps, a_single_step)
attention_decoder_2 = check(
    SECTION,
    "attention_decoder-2",
    steps_of_a_batch,
    steps_of_a_batch_of_one,
    what_the_decoder_learns,
)


# --- AttentionSeq2Seq: source and target ids to logits [*batch, tgt, vocab] ---


def model(look: Look, kind: Any, source: int, target: int, hidden: int) -> Any:
    """A model of the student's class around a small encoder and a decoder that looks back."""
    encoder = make.weighted(doubles.FadingEncoder(source, hidden, cell=True)).state_dict()
    looking = make.weighted(doubles.LookingDecoder(target, hidden)).state_dict()
    return look.build(
        kind,
        look.build("nlplab.doubles.FadingEncoder", source, hidden, True, weights=encoder),
        look.build("nlplab.doubles.LookingDecoder", target, hidden, weights=looking),
    )


def a_padded_source(look: Look, kind: Any) -> None:
    """A source of 3 tokens and 2 of padding, a target of 3. |
    원문은 토큰 3개와 패딩 2개, 번역문은 3개."""
    source, target = torch.tensor([2, 8, 3, 0, 0]), torch.tensor([2, 4, 5])
    look.call(model(look, kind, 9, 6, 3), source, target)


def padding_inside(look: Look, kind: Any) -> None:
    """Padding in the middle of the source. | 원문 가운데에 패딩."""
    source, target = torch.tensor([2, 0, 7, 3]), torch.tensor([2, 5])
    look.call(model(look, kind, 8, 6, 2), source, target)


def a_batch_of_pairs(look: Look, kind: Any) -> None:
    """Two pairs of 4 and 3 tokens, padding in one source. |
    문장 쌍 두 개, 토큰은 4개와 3개, 원문 하나에 패딩."""
    source, target = torch.tensor([[2, 6, 1, 3], [2, 3, 0, 0]]), [[2, 3, 1], [2, 1, 3]]
    look.call(model(look, kind, 7, 4, 5), source, torch.tensor(target))


def a_batch_of_one_pair(look: Look, kind: Any) -> None:
    """One pair, as a batch, padding in the source. | 문장 쌍 하나를 배치로, 원문에 패딩."""
    look.call(model(look, kind, 5, 6, 2), torch.tensor([[2, 4, 0]]), torch.tensor([[2, 5]]))


def what_the_model_learns(look: Look, kind: Any) -> None:
    """The gradients in the encoder. | 인코더의 기울기."""
    made = model(look, kind, 5, 4, 2)
    source, target = torch.tensor([[2, 4, 3, 0]]), torch.tensor([[2, 1, 3]])
    look.gradients(made, source, target, of=look.get(made, "encoder"))


attention_seq2seq_1 = check(SECTION, "attention_seq2seq-1", a_padded_source, padding_inside)
attention_seq2seq_2 = check(
    SECTION,
    "attention_seq2seq-2",
    a_batch_of_pairs,
    a_batch_of_one_pair,
    what_the_model_learns,
)


# --- scaled_dot_product: query, key and value [*batch, …, size] and a mask [tgt, src] or none ---

READY = ("scaled_dot_product", "multi_head_attention")  # what PyTorch has for the whole of it


def asked(*batch: int, tgt: int, src: int, size: int, value: int, start: int = 0) -> list[Tensor]:
    """Queries, keys and values, numbers between -1.5 and 1.5."""
    sizes = [(*batch, tgt, size), (*batch, src, size), (*batch, src, value)]
    return [1.5 * make.numbers(*each, start=start + 50 * at) for at, each in enumerate(sizes)]


def asked_far_apart(src: int, value: int, distance: int, start: int = 0) -> list[Tensor]:
    """Three queries whose scores lie around `distance`, minus that and 0.

    The second key scores about `distance` with the third query. All scores are whole or half
    numbers, which no order of computing rounds.
    """
    query, key = make.numbers(3, 4, start=start).round(), make.numbers(src, 4, start=start + 30)
    query[:, 2:] = torch.tensor([[0, distance], [0, -distance], [distance, 0]]) / 2
    key = key.round()
    key[:, 2:] = torch.tensor([0.0, 4.0])
    key[1, 2] = 4.0
    return [query, key, make.numbers(src, value, start=start + 60)]


def four_queries(look: Look, scaled_dot_product: Any) -> None:
    """Four queries, five keys of 3 numbers, values of 2. |
    크기 3인 질의 4개와 키 5개, 값은 크기 2."""
    args = asked(tgt=4, src=5, size=3, value=2)
    look.call(scaled_dot_product, *args, banned=READY)


def one_query(look: Look, scaled_dot_product: Any) -> None:
    """One query, three keys. | 질의 1개, 키 3개."""
    args = asked(tgt=1, src=3, size=2, value=4, start=6)
    look.call(scaled_dot_product, *args, banned=READY)


def a_masked_batch(look: Look, scaled_dot_product: Any) -> None:
    """Two sentences, one mask for both. | 문장 두 개, 마스크는 하나를 같이 씀."""
    mask = torch.arange(15).reshape(3, 5) % 4 != 2
    args = asked(2, tgt=3, src=5, size=6, value=1, start=16)
    look.call(scaled_dot_product, *args, mask, banned=READY)


def rows_with_nothing(look: Look, scaled_dot_product: Any) -> None:
    """One query may see no key, another just one. | 볼 키가 없는 질의와 키 하나만 보는 질의."""
    mask = torch.tensor([[True] * 3, [False] * 3, [True, False, True], [False, False, True]])
    args = asked(tgt=4, src=3, size=5, value=2, start=26)
    look.call(scaled_dot_product, *args, mask, banned=READY)


def large_products(look: Look, scaled_dot_product: Any) -> None:
    """Scores near 200, -200 and 0; in the last, a masked key near 200. |
    점수가 200, -200, 0 안팎, 0인 질의는 가린 키만 200 안팎."""
    mask = torch.tensor([[True, False, True, True]]).repeat(3, 1)
    look.call(scaled_dot_product, *asked_far_apart(4, 2, 200), mask, banned=READY)


def what_queries_keys_and_values_learn(look: Look, scaled_dot_product: Any) -> None:
    """The gradients at queries, keys and values. | 질의, 키, 값의 기울기."""
    look.gradients(scaled_dot_product, *asked(1, tgt=2, src=3, size=2, value=2, start=36))


scaled_dot_product_1 = check(SECTION, "scaled_dot_product-1", four_queries, one_query)
scaled_dot_product_2 = check(
    SECTION,
    "scaled_dot_product-2",
    a_masked_batch,
    rows_with_nothing,
    large_products,
    what_queries_keys_and_values_learn,
)


# --- causal_mask: a size to booleans [size, size] ---


def five_tokens(look: Look, causal_mask: Any) -> None:
    """Five tokens. | 토큰 5개."""
    look.call(causal_mask, 5)


def many_tokens(look: Look, causal_mask: Any) -> None:
    """70 tokens, of which only the sizes of the rows. | 토큰 70개, 행의 수와 길이만."""
    look.call(causal_mask, 70, through="sizes")


causal_mask_1 = check(SECTION, "causal_mask-1", five_tokens, many_tokens)


# --- MultiHeadAttention: query [*batch, tgt, hidden], memory and a mask [tgt, src] or none ---

WHOLE = ("multi_head_attention",)  # what PyTorch has for the whole of it


def heads(look: Look, kind: Any, hidden: int, number: int) -> Any:
    """A module of the student's class with that many heads."""
    return look.build(kind, hidden, number, weights=heads_weights(hidden))


def heads_weights(hidden: int, scale: float = 1) -> Mapping[str, Tensor]:
    """Weights of the four layers, times `scale`."""
    names = ["to_query", "to_key", "to_value", "output"]
    parts = nn.ModuleDict({name: nn.Linear(hidden, hidden) for name in names})
    return {name: scale * value for name, value in make.weighted(parts).state_dict().items()}


def vectors(*sizes: Sequence[int], start: int = 0) -> list[Tensor]:
    """Vectors of each of these sizes, numbers between -3 and 3."""
    return [3 * make.numbers(*size, start=start + 50 * at) for at, size in enumerate(sizes)]


def three_heads(look: Look, kind: Any) -> None:
    """Three heads of 2 numbers, 5 queries, a memory of 4 rows. |
    크기 2인 헤드 3개, 질의 5개, 기억 4행."""
    look.call(heads(look, kind, 6, 3), *vectors((5, 6), (4, 6)), banned=WHOLE)


def one_word(look: Look, kind: Any) -> None:
    """Two heads of 3 numbers, one query. | 크기 3인 헤드 2개, 질의 1개."""
    look.call(heads(look, kind, 6, 2), *vectors((1, 6), (3, 6), start=8), banned=WHOLE)


def heads_of_a_batch(look: Look, kind: Any) -> None:
    """Two sentences, three queries each. | 문장 두 개, 질의는 3개씩."""
    look.call(heads(look, kind, 6, 3), *vectors((2, 3, 6), (2, 4, 6), start=18), banned=WHOLE)


def heads_of_a_batch_of_one(look: Look, kind: Any) -> None:
    """One query of one sentence, as a batch. | 문장 하나의 질의 하나를 배치로."""
    look.call(heads(look, kind, 4, 2), *vectors((1, 1, 4), (1, 6, 4), start=28), banned=WHOLE)


def what_the_heads_learn(look: Look, kind: Any) -> None:
    """The gradients at the queries and the memory. | 질의와 기억의 기울기."""
    look.gradients(heads(look, kind, 4, 2), *vectors((2, 4), (3, 4), start=38))


def masked_heads(look: Look, kind: Any) -> None:
    """Three queries, each of which may see other rows of memory. |
    질의 3개, 볼 수 있는 기억의 행이 저마다 다름."""
    mask = [[True, False, True, False], [True, True, False, True], [False, True, True, True]]
    made, given = heads(look, kind, 6, 2), vectors((3, 6), (4, 6), start=48)
    look.call(made, *given, torch.tensor(mask), banned=WHOLE)


def a_masked_batch_of_heads(look: Look, kind: Any) -> None:
    """Two sentences, one mask for both. | 문장 두 개, 마스크는 하나를 같이 씀."""
    mask, given = torch.arange(8).reshape(2, 4) % 3 != 1, vectors((2, 2, 4), (2, 4, 4), start=58)
    look.call(heads(look, kind, 4, 2), *given, mask, banned=WHOLE)


multi_head_attention_1 = check(SECTION, "multi_head_attention-1", three_heads, one_word)
multi_head_attention_2 = check(
    SECTION,
    "multi_head_attention-2",
    heads_of_a_batch,
    heads_of_a_batch_of_one,
    what_the_heads_learn,
)
multi_head_attention_3 = check(
    SECTION, "multi_head_attention-3", masked_heads, a_masked_batch_of_heads
)


# --- padded_attention: query [batch, heads, tgt, size], key and value, a mask [batch, src] ---


def cut(batch: int, number: int, tgt: int, src: int, size: int, start: int = 0) -> list[Tensor]:
    """Queries, keys and values of that many heads, numbers between -1.5 and 1.5."""
    return asked(batch, number, tgt=tgt, src=src, size=size, value=size, start=start)


def as_many_heads_as_sentences(look: Look, padded_attention: Any) -> None:
    """Two sentences, one of them padded, and two heads. | 문장 두 개, 하나에 패딩, 헤드 2개."""
    mask = torch.tensor([[True, True, True, True], [True, True, False, False]])
    look.call(padded_attention, *cut(2, 2, tgt=3, src=4, size=5), mask)


def more_sentences_than_heads(look: Look, padded_attention: Any) -> None:
    """Three sentences, each with a mask of its own, and two heads. |
    문장 세 개, 마스크는 저마다 다름, 헤드 2개."""
    mask = torch.tensor([[1, 0, 1, 0, 0], [0, 0, 1, 1, 0], [1, 1, 1, 0, 0]]).bool()
    look.call(padded_attention, *cut(3, 2, tgt=4, src=5, size=1, start=20), mask)


def a_single_padded_sentence(look: Look, padded_attention: Any) -> None:
    """One sentence with padding, three heads. | 패딩이 있는 문장 하나, 헤드 3개."""
    mask = torch.tensor([[True, True, False, False, False]])
    look.call(padded_attention, *cut(1, 3, tgt=2, src=5, size=4, start=40), mask)


padded_attention_1 = check(
    SECTION,
    "padded_attention-1",
    as_many_heads_as_sentences,
    more_sentences_than_heads,
    a_single_padded_sentence,
)
