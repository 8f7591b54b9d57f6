"""Section 02: what its checks hand to a student's objects. Sizes differ along every axis."""

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from nlplab import check as make
from nlplab import doubles
from nlplab.checks.case import Look
from nlplab.checks.check import Choice, check
from nlplab.checks.edges import parameter

SECTION = "02_rnn"

predict_order_1 = Choice("predict_order-1", "abc")
predict_shapes_1 = Choice("predict_shapes-1", "abc")
predict_untrained_1 = Choice("predict_untrained-1", "abc")
predict_break_1 = Choice("predict_break-1", "abc")


# --- rnn_step: x [embedding], h [hidden], weights and biases ---


def step(embedding: int, hidden: int, start: int = 0) -> list[torch.Tensor]:
    """The arguments of one step, numbers between -1 and 1."""
    sizes = [(embedding,), (hidden,), (hidden, embedding), (hidden, hidden), (hidden,), (hidden,)]
    return [make.numbers(*size, start=start + 10 * at) for at, size in enumerate(sizes)]


def a_step(look: Look, rnn_step: Any) -> None:
    """An input of 5 numbers, a state of 3. | 입력은 수 5개, 상태는 수 3개."""
    look.call(rnn_step, *step(5, 3, start=1))


def a_first_step(look: Look, rnn_step: Any) -> None:
    """The state before the first word is all zeros. | 첫 단어 앞의 상태는 모두 0."""
    x, h, *weights = step(2, 7, start=40)
    look.call(rnn_step, x, torch.zeros_like(h), *weights)


rnn_step_1 = check(SECTION, "rnn_step-1", a_step)
rnn_step_2 = check(SECTION, "rnn_step-2", a_first_step)


# --- RNNEncoder: ids [*batch, src] to states [*batch, src, hidden] and the last one ---


def encoder(look: Look, kind: Any, vocab: int, embedding: int, hidden: int) -> Any:
    """An encoder of the student's class with weights between -0.5 and 0.5."""
    weights = encoder_weights(vocab, embedding, hidden)
    return look.build(kind, vocab, embedding, hidden, weights=weights)


def encoder_weights(
    vocab: int, embedding: int, hidden: int, start: int = 0
) -> Mapping[str, torch.Tensor]:
    """Weights of an encoder; another `start` gives others."""
    weights = _weights(vocab, embedding, hidden)
    return {
        name: value + 0.1 * make.numbers(*value.shape, start=start) if start else value
        for name, value in weights.items()
    }


def a_sentence(look: Look, kind: Any) -> None:
    """One sentence of 4 tokens. | 토큰 4개인 문장 하나."""
    look.call(encoder(look, kind, 9, 3, 5), torch.tensor([2, 7, 4, 3]))


def a_batch(look: Look, kind: Any) -> None:
    """Three sentences of 6 tokens. | 토큰 6개인 문장 세 개."""
    ids = torch.tensor([[2, 9, 5, 6, 1, 3], [2, 4, 4, 7, 8, 3], [2, 5, 1, 6, 4, 3]])
    look.call(encoder(look, kind, 11, 2, 4), ids)


def a_batch_of_one(look: Look, kind: Any) -> None:
    """One sentence of 3 tokens, as a batch. | 토큰 3개인 문장 하나를 배치로."""
    look.call(encoder(look, kind, 11, 2, 4), torch.tensor([[2, 10, 3]]))


def what_the_encoder_learns(look: Look, kind: Any) -> None:
    """Both results of one sentence, and the gradient of these. |
    문장 하나의 두 결과와, 거기서 되돌아오는 기울기."""
    made = encoder(look, kind, 6, 3, 4)
    look.call(made, torch.tensor([2, 5, 3]))
    look.gradients(made, torch.tensor([2, 5, 3]), of=made)


rnn_encoder_1 = check(SECTION, "rnn_encoder-1", a_sentence)
rnn_encoder_2 = check(SECTION, "rnn_encoder-2", a_batch, a_batch_of_one)
rnn_encoder_3 = check(SECTION, "rnn_encoder-3", what_the_encoder_learns)


# --- RNNDecoder: ids [*batch, tgt] and a state [1, *batch, hidden] to logits and a state ---


def decoder(
    look: Look, kind: Any, vocab: int, embedding: int, hidden: int, scale: float = 1
) -> Any:
    """A decoder of the student's class with weights between -0.5 and 0.5, times `scale`."""
    weights = _weights(vocab, embedding, hidden, output=nn.Linear(hidden, vocab))
    scaled = {name: scale * value for name, value in weights.items()}
    return look.build(kind, vocab, embedding, hidden, weights=scaled)


def some_steps(look: Look, kind: Any) -> None:
    """Three tokens of one sentence, from a state of 4 numbers. |
    문장 하나의 토큰 세 개, 수 4개인 상태에서."""
    look.call(decoder(look, kind, 8, 2, 4), torch.tensor([2, 6, 5]), make.numbers(1, 4))


def steps_of_a_batch(look: Look, kind: Any) -> None:
    """Four sentences of 2 tokens, each with a state of its own. |
    토큰 2개인 문장 네 개, 저마다 다른 상태에서."""
    ids = torch.tensor([[2, 6], [2, 5], [2, 4], [2, 3]])
    look.call(decoder(look, kind, 7, 3, 5), ids, make.numbers(1, 4, 5))


def a_step_of_a_batch_of_one(look: Look, kind: Any) -> None:
    """One token of one sentence, as a batch. | 문장 하나의 토큰 하나를 배치로."""
    look.call(decoder(look, kind, 7, 3, 5), torch.tensor([[2]]), make.numbers(1, 1, 5))


def steps_of_a_batch_of_one(look: Look, kind: Any) -> None:
    """Two tokens of one sentence, as a batch: an axis that is lost is not that of the steps. |
    문장 하나의 토큰 두 개를 배치로."""
    look.call(decoder(look, kind, 7, 3, 5), torch.tensor([[2, 4]]), make.numbers(1, 1, 5))


def a_single_step(look: Look, kind: Any) -> None:
    """One token of one sentence. | 문장 하나의 토큰 하나."""
    look.call(decoder(look, kind, 7, 3, 5), torch.tensor([4]), make.numbers(1, 5, start=3))


def what_the_decoder_learns(look: Look, kind: Any) -> None:
    """The gradient of both results, of one sentence. | 문장 하나에서 두 결과의 기울기."""
    made = decoder(look, kind, 7, 3, 5)
    look.gradients(made, torch.tensor([2, 5]), make.numbers(1, 5), of=made)


def what_reaches_the_state(look: Look, kind: Any) -> None:
    """The gradient that goes back into the state, which the encoder learns from. |
    상태까지 되돌아가는 기울기. 인코더는 이것으로 배웁니다."""
    made = decoder(look, kind, 7, 3, 5)
    look.gradients(made, torch.tensor([2, 5]), make.numbers(1, 5))


rnn_decoder_1 = check(SECTION, "rnn_decoder-1", some_steps)
rnn_decoder_2 = check(
    SECTION,
    "rnn_decoder-2",
    steps_of_a_batch,
    a_step_of_a_batch_of_one,
    steps_of_a_batch_of_one,
    a_single_step,
    what_the_decoder_learns,
    what_reaches_the_state,
)


# --- greedy_decode: a decoder, a state, start, end and a limit to logits [tgt, vocab] and ids ---


def replies(chosen: Sequence[int], vocab: int, hidden: int, start: int = 0) -> list[Any]:
    """What a decoder answers step by step: logits that are largest at `chosen`, and a state."""
    logits = make.numbers(len(chosen), vocab, start=start) + 3 * torch.eye(vocab)[list(chosen)]
    states = make.numbers(len(chosen), 1, hidden, start=start + 50)
    return [(row.unsqueeze(0), state) for row, state in zip(logits, states, strict=True)]


def an_end_on_the_way(look: Look, greedy_decode: Any) -> None:
    """The third token is the end, long before the limit. |
    세 번째 토큰이 끝 토큰, 한도까지는 한참 남음."""
    script = look.scripted(replies([5, 4, 3, 5, 5, 5, 5, 5, 5], 6, 3))
    look.call(greedy_decode, script, torch.zeros(1, 3), 2, 3, 9)


def no_end_before_the_limit(look: Look, greedy_decode: Any) -> None:
    """Four steps are allowed, and none of them ends the sentence. |
    네 시점까지 허용, 끝 토큰은 나오지 않음."""
    script = look.scripted(replies([4, 6, 5, 4, 1], 7, 2, start=9))
    look.call(greedy_decode, script, torch.zeros(1, 2), 2, 3, 4)


def an_end_at_the_limit(look: Look, greedy_decode: Any) -> None:
    """The third of three steps ends the sentence. | 세 시점 가운데 세 번째에 끝 토큰."""
    script = look.scripted(replies([5, 4, 3, 1], 6, 3, start=12))
    look.call(greedy_decode, script, torch.zeros(1, 3), 2, 3, 3)


def an_end_at_once(look: Look, greedy_decode: Any) -> None:
    """The first token is the end. | 첫 토큰이 바로 끝 토큰."""
    script = look.scripted(replies([3] * 6, 5, 4, start=20))
    look.call(greedy_decode, script, torch.zeros(1, 4), 2, 3, 6)


greedy_decode_1 = check(SECTION, "greedy_decode-1", an_end_on_the_way)
greedy_decode_2 = check(SECTION, "greedy_decode-2", no_end_before_the_limit, an_end_at_the_limit)
greedy_decode_3 = check(SECTION, "greedy_decode-3", an_end_at_once)


# --- RNNSeq2Seq: source and target ids to logits [*batch, tgt, vocab] ---


def model(look: Look, kind: Any, source: int, target: int, hidden: int, scale: float = 1) -> Any:
    """A model of the student's class around a small encoder and a small decoder."""
    weights = model_weights(source, target, hidden, scale)
    parts = []
    for part, name, size in (
        ("encoder", "nlplab.doubles.FadingEncoder", source),
        ("decoder", "nlplab.doubles.FadingDecoder", target),
    ):
        own = {
            at.removeprefix(f"{part}."): value
            for at, value in weights.items()
            if at.startswith(f"{part}.")
        }
        parts.append(look.build(name, size, hidden, weights=own))
    return look.build(kind, *parts)


def model_weights(
    source: int, target: int, hidden: int, scale: float = 1
) -> Mapping[str, torch.Tensor]:
    """Weights of both parts of a model, times `scale`."""
    parts = {
        "encoder": doubles.FadingEncoder(source, hidden),
        "decoder": doubles.FadingDecoder(target, hidden),
    }
    weighted = {name: make.weighted(part).state_dict() for name, part in parts.items()}
    return {
        f"{part}.{name}": scale * value
        for part, weights in weighted.items()
        for name, value in weights.items()
    }


def a_pair(look: Look, kind: Any) -> None:
    """A source of 4 tokens and a target of 2. | 원문은 토큰 4개, 번역문은 2개."""
    look.call(model(look, kind, 9, 10, 3), torch.tensor([2, 8, 5, 3]), torch.tensor([2, 4]))


def a_batch_of_pairs(look: Look, kind: Any) -> None:
    """Two pairs, of 3 and 4 tokens. | 문장 쌍 두 개, 토큰은 3개와 4개."""
    target = torch.tensor([[2, 6, 5, 4], [2, 1, 7, 6]])
    look.call(model(look, kind, 7, 8, 5), torch.tensor([[2, 6, 3], [2, 4, 1]]), target)


def as_many_pairs_as_tokens(look: Look, kind: Any) -> None:
    """Two sources of two tokens: a state that is taken along another axis still fits. |
    토큰이 두 개인 원문 두 개."""
    target = torch.tensor([[2, 5, 1], [2, 7, 3]])
    look.call(model(look, kind, 7, 8, 5), torch.tensor([[2, 6], [5, 3]]), target)


def a_batch_of_one_pair(look: Look, kind: Any) -> None:
    """One pair, as a batch. | 문장 쌍 하나를 배치로."""
    look.call(model(look, kind, 7, 8, 5), torch.tensor([[2, 3]]), torch.tensor([[2, 6, 5, 4]]))


def what_the_model_learns(look: Look, kind: Any) -> None:
    """The gradient in the encoder and in the decoder. | 인코더와 디코더의 기울기."""
    made = model(look, kind, 7, 8, 5)
    look.gradients(made, torch.tensor([[2, 3]]), torch.tensor([[2, 6, 5, 4]]), of=made)


rnn_seq2seq_1 = check(SECTION, "rnn_seq2seq-1", a_pair)
rnn_seq2seq_2 = check(
    SECTION,
    "rnn_seq2seq-2",
    a_batch_of_pairs,
    as_many_pairs_as_tokens,
    a_batch_of_one_pair,
    what_the_model_learns,
)


# --- shift_target: target ids [*batch, tgt] to inputs and goals, each one shorter ---


def targets(look: Look, shift_target: Any) -> None:
    """Two sentences of 4 tokens, one of them filled up. |
    토큰 4개인 문장 두 개, 하나는 패딩이 있음."""
    look.call(shift_target, torch.tensor([[2, 7, 5, 3], [2, 6, 3, 0]]))


shift_target_1 = check(SECTION, "shift_target-1", targets)


# --- sequence_loss: logits [batch, tgt, vocab] and goals [batch, tgt] to one number ---


def padded_goals(look: Look, sequence_loss: Any) -> None:
    """Two sentences, one of them filled up with zeros. | 문장 두 개, 하나는 0으로 채움."""
    goals = torch.tensor([[4, 1, 3, 2], [3, 2, 0, 0]])
    look.call(sequence_loss, make.numbers(2, 4, 5), goals)


def other_padding(look: Look, sequence_loss: Any) -> None:
    """Padding is 5, and 0 is a token like others. | 패딩은 5, 0은 여느 토큰과 같음."""
    goals = torch.tensor([[0, 4, 5], [3, 5, 5]])
    look.call(sequence_loss, make.numbers(2, 3, 6), goals, pad_id=5)


def what_the_loss_hands_back(look: Look, sequence_loss: Any) -> None:
    """The gradient at the logits. | 로짓까지 되돌아가는 기울기."""
    look.gradients(sequence_loss, make.numbers(1, 3, 6), torch.tensor([[0, 4, 5]]), 5)


sequence_loss_1 = check(SECTION, "sequence_loss-1", padded_goals)
sequence_loss_2 = check(SECTION, "sequence_loss-2", other_padding, what_the_loss_hands_back)


# --- exact_match: outputs, targets and stages to the share of equal ones by stage ---


def three_stages(look: Look, exact_match: Any) -> None:
    """Nine sentences of the stages 0, 1 and 3; in stage 3 none is right. |
    0, 1, 3단계의 문장 아홉 개. 3단계는 맞은 것이 없음."""
    right = [[2, 5, 3], [2, 6, 3], [2, 5, 7, 3], [2, 7, 9, 3], [2, 8, 3], [2, 9, 9, 3], [2, 4, 3]]
    given = [[2, 5, 3], [2, 6, 3], [2, 7, 5, 3], [2, 7, 9, 3], [2, 8], [2, 9, 9, 3, 3], [2, 4, 3]]
    right += [[2, 8, 6, 3], [2, 9, 3]]
    given += [[2, 8, 7, 3], [2, 6, 3]]
    look.call(exact_match, given, right, [0, 1, 0, 0, 3, 3, 1, 0, 1])


def stages_in_any_order(look: Look, exact_match: Any) -> None:
    """The first sentence is of the highest stage. | 첫 문장이 가장 높은 단계."""
    right, given = [[2, 3], [2, 4, 3], [2, 4, 3]], [[2, 3], [2, 4, 3], [2, 5, 3]]
    look.call(exact_match, given, right, [2, 1, 2])


exact_match_1 = check(SECTION, "exact_match-1", three_stages)
exact_match_2 = check(SECTION, "exact_match-2", stages_in_any_order)


# --- train_steps: a model, inputs, goals, steps and a rate to the losses before each step ---


def train(
    look: Look, train_steps: Any, inputs: Tensor, goals: Sequence[int], *runs: tuple[int, float]
) -> None:
    """Losses of a linear model, for as many steps at such a rate in each run, and its weights."""
    size, vocab = inputs.shape[1], 4
    made = look.build("torch.nn.Linear", size, vocab, weights=linear(size, vocab))
    for steps, rate in runs:
        look.call(train_steps, made, inputs, torch.tensor(goals), steps, rate)
    look.note("weight", parameter(look, made, (vocab, size), "weight"))
    look.note("bias", parameter(look, made, (vocab,), "bias"))


def four_steps(look: Look, train_steps: Any) -> None:
    """A linear model, five goals, four steps: losses and weights. |
    선형 모델, 정답 다섯 개, 네 번 고친 손실과 가중치."""
    train(look, train_steps, make.numbers(5, 3), [0, 3, 1, 1, 2], (4, 0.7))


def one_sentence(look: Look, train_steps: Any) -> None:
    """An embedding and a linear layer, the ids of one sentence, three steps. |
    임베딩과 선형 층, 문장 하나의 번호, 세 번."""
    vectors = look.build(
        "torch.nn.Embedding", 7, 2, weights={"weight": make.numbers(7, 2, start=9)}
    )
    scores = look.build("torch.nn.Linear", 2, 7, weights=linear(2, 7))
    made = look.build("torch.nn.Sequential", vectors, scores)
    inputs, goals = torch.tensor([2, 6, 4, 5]), torch.tensor([6, 4, 5, 3])
    look.call(train_steps, made, inputs, goals, 3, 0.4)
    look.note("embedding", parameter(look, vectors, (7, 2), "weight"))


def linear(size: int, vocab: int) -> Mapping[str, Tensor]:
    """Weights of a linear layer, between -1 and 1."""
    weight, bias = make.numbers(vocab, size, start=40), make.numbers(vocab, start=90)
    return {"weight": weight, "bias": bias}


def one_step_of_training(look: Look, train_steps: Any) -> None:
    """A single step, two goals. | 한 번, 정답 두 개."""
    train(look, train_steps, make.numbers(2, 5, start=70), [2, 0], (1, 0.9))


train_steps_1 = check(SECTION, "train_steps-1", one_step_of_training, four_steps, one_sentence)


def _weights(vocab: int, embedding: int, hidden: int, **more: nn.Module) -> Mapping[str, Tensor]:
    """Weights of an embedding, a recurrent layer and more, under the names that classes give."""
    parts = {"embedding": nn.Embedding(vocab, embedding), "rnn": nn.RNN(embedding, hidden)}
    return make.weighted(nn.ModuleDict(parts | more)).state_dict()
