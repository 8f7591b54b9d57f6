"""Section 03: what its checks hand to a student's objects. Sizes differ along every axis."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import torch
from torch import Tensor, nn

from nlplab import check as make
from nlplab.checks.case import Look
from nlplab.checks.check import Choice, check

SECTION = "03_lstm"
Pair = tuple[Tensor, Tensor]  # the two states of an LSTM, h and c

predict_fade_1 = Choice("predict_fade-1", "abc")
predict_keep_1 = Choice("predict_keep-1", "abc")
predict_reach_1 = Choice("predict_reach-1", "abc")


# --- gradient_norms: a network and vectors [token, embedding] to a number for each token ---


def network(look: Look, kind: str, *sizes: int) -> Any:
    """An `nn.RNN` or `nn.LSTM` of PyTorch with weights between -1.5 and 1.5."""
    weights = make.weighted(getattr(nn, kind)(*sizes)).state_dict()
    large = {name: 3 * value for name, value in weights.items()}
    return look.build(f"torch.nn.{kind}", *sizes, weights=large)


def five_tokens(look: Look, gradient_norms: Any) -> None:
    """An RNN with a state of 4 numbers, 5 vectors of 3. |
    은닉 상태 크기가 4인 RNN, 크기 3인 벡터 5개."""
    look.call(gradient_norms, network(look, "RNN", 3, 4), make.numbers(5, 3))


def an_lstm(look: Look, gradient_norms: Any) -> None:
    """An LSTM, 6 vectors of 2 numbers. | LSTM, 크기 2인 벡터 6개."""
    look.call(gradient_norms, network(look, "LSTM", 2, 5), make.numbers(6, 2, start=40))


def two_layers(look: Look, gradient_norms: Any) -> None:
    """An RNN of two layers, 4 vectors. | 2층 RNN, 벡터 4개."""
    look.call(gradient_norms, network(look, "RNN", 2, 3, 2), make.numbers(4, 2, start=60))


def one_token(look: Look, gradient_norms: Any) -> None:
    """A single vector. | 벡터 하나."""
    look.call(gradient_norms, network(look, "RNN", 4, 2), make.numbers(1, 4, start=80))


def measured_twice(look: Look, gradient_norms: Any) -> None:
    """One LSTM, two sentences one after the other. | 같은 LSTM으로 두 문장을 차례로 측정."""
    read = network(look, "LSTM", 3, 2)
    look.call(gradient_norms, read, make.numbers(2, 3, start=90))
    look.call(gradient_norms, read, make.numbers(3, 3, start=120))


gradient_norms_1 = check(SECTION, "gradient_norms-1", five_tokens)
gradient_norms_2 = check(
    SECTION, "gradient_norms-2", an_lstm, two_layers, one_token, measured_twice
)


# --- lstm_step: x [embedding], states (h, c) of [hidden], weights and biases of four formulas ---


def step(embedding: int, hidden: int, start: int = 0) -> list[Any]:
    """The arguments of one step: numbers between -1 and 1, in c up to 3."""
    rows = 4 * hidden
    sizes: list[tuple[int, ...]] = [(embedding,), (hidden,), (hidden,)]
    sizes += [(rows, embedding), (rows, hidden), (rows,), (rows,)]
    x, h, c, *weights = (
        make.numbers(*size, start=start + 20 * at) for at, size in enumerate(sizes)
    )
    return [x, (h, 3 * c), *weights]


def a_step(look: Look, lstm_step: Any) -> None:
    """An input of 5 numbers, both states of 3. | 입력은 수 5개, 두 상태는 수 3개씩."""
    look.call(lstm_step, *step(5, 3))


def a_first_step(look: Look, lstm_step: Any) -> None:
    """Before the first token both states are all zeros. | 첫 토큰 앞, 두 상태가 모두 0."""
    x, (h, c), *weights = step(7, 2, start=30)
    look.call(lstm_step, x, (torch.zeros_like(h), torch.zeros_like(c)), *weights)


def a_later_step(look: Look, lstm_step: Any) -> None:
    """An input of 7 numbers, both states of 2, not zero. |
    입력은 수 7개, 두 상태는 0이 아닌 수 2개씩."""
    look.call(lstm_step, *step(7, 2, start=60))


lstm_step_1 = check(SECTION, "lstm_step-1", a_step)
lstm_step_2 = check(SECTION, "lstm_step-2", a_first_step, a_later_step)


# --- LSTMEncoder: ids [*batch, src] to states [*batch, src, hidden] and the last two ---


def encoder(look: Look, kind: Any, vocab: int, embedding: int, hidden: int) -> Any:
    """An encoder of the student's class with weights between -0.5 and 0.5."""
    weights = encoder_weights(vocab, embedding, hidden)
    return look.build(kind, vocab, embedding, hidden, weights=weights)


def encoder_weights(vocab: int, embedding: int, hidden: int, scale: float = 1) -> Any:
    """Weights of an encoder, times `scale`."""
    weights = _weights(vocab, embedding, hidden)
    return {name: scale * value for name, value in weights.items()}


def a_sentence(look: Look, kind: Any) -> None:
    """One sentence of 4 tokens. | 토큰 4개인 문장 하나."""
    look.call(encoder(look, kind, 9, 2, 3), torch.tensor([2, 7, 4, 3]))


def read_twice(look: Look, kind: Any) -> None:
    """The same sentence of 3 tokens, read twice. | 토큰 3개인 문장 하나를 두 번 읽음."""
    made = encoder(look, kind, 7, 3, 2)
    look.call(made, torch.tensor([2, 6, 3]))
    look.call(made, torch.tensor([2, 6, 3]))


def a_batch(look: Look, kind: Any) -> None:
    """Three sentences of 5 tokens. | 토큰 5개인 문장 세 개."""
    ids = torch.tensor([[2, 9, 5, 6, 3], [2, 4, 4, 7, 3], [2, 5, 1, 6, 3]])
    look.call(encoder(look, kind, 11, 4, 2), ids)


def a_batch_of_one(look: Look, kind: Any) -> None:
    """One sentence of 3 tokens, as a batch. | 토큰 3개인 문장 하나를 배치로."""
    look.call(encoder(look, kind, 11, 4, 2), torch.tensor([[2, 10, 3]]))


def what_it_learns(look: Look, kind: Any) -> None:
    """All results of one sentence, and the gradients of the parameters. |
    문장 하나의 모든 결과와 매개변수의 기울기."""
    made = encoder(look, kind, 5, 2, 1)
    look.call(made, torch.tensor([2, 4, 3]))
    look.gradients(made, torch.tensor([2, 4, 3]), of=made)


lstm_encoder_1 = check(SECTION, "lstm_encoder-1", a_sentence, read_twice)
lstm_encoder_2 = check(SECTION, "lstm_encoder-2", a_batch, a_batch_of_one)
lstm_encoder_3 = check(SECTION, "lstm_encoder-3", what_it_learns)


# --- LSTMDecoder: ids [*batch, tgt] and states [1, *batch, hidden] to logits and states ---


def decoder(
    look: Look, kind: Any, vocab: int, embedding: int, hidden: int, scale: float = 1
) -> Any:
    """A decoder of the student's class with weights between -0.5 and 0.5, times `scale`."""
    weights = _weights(vocab, embedding, hidden, output=nn.Linear(hidden, vocab))
    scaled = {name: scale * value for name, value in weights.items()}
    return look.build(kind, vocab, embedding, hidden, weights=scaled)


def states(*shape: int, start: int = 0) -> Pair:
    """Both states of an LSTM: h of numbers between -1 and 1, c of numbers up to 2."""
    return make.numbers(*shape, start=start), 2 * make.numbers(*shape, start=start + 300)


def some_steps(look: Look, kind: Any) -> None:
    """Three tokens of one sentence, from states of 4 numbers. |
    문장 하나의 토큰 세 개, 수 4개씩인 두 상태에서."""
    look.call(decoder(look, kind, 7, 2, 4), torch.tensor([2, 6, 5]), states(1, 4))


def a_batch_of_steps(look: Look, kind: Any) -> None:
    """Four sentences of 2 tokens, each with states of its own. |
    토큰 2개인 문장 네 개, 저마다 다른 상태에서."""
    ids = torch.tensor([[2, 4], [2, 3], [2, 1], [2, 0]])
    look.call(decoder(look, kind, 5, 6, 3), ids, states(1, 4, 3))


def steps_of_one(look: Look, kind: Any) -> None:
    """Two tokens of one sentence, as a batch. | 문장 하나의 토큰 두 개를 배치로."""
    look.call(decoder(look, kind, 5, 6, 3), torch.tensor([[2, 4]]), states(1, 1, 3))


def a_single_step(look: Look, kind: Any) -> None:
    """One token of one sentence. | 문장 하나의 토큰 하나."""
    look.call(decoder(look, kind, 5, 6, 3), torch.tensor([4]), states(1, 3, start=3))


def what_steps_teach(look: Look, kind: Any) -> None:
    """The gradients of the parameters, from one sentence. | 문장 하나로 구한 매개변수의 기울기."""
    made = decoder(look, kind, 4, 2, 1)
    look.gradients(made, torch.tensor([2, 3]), states(1, 1), of=made)


def what_comes_back(look: Look, kind: Any) -> None:
    """The gradients that go back into both states. | 받은 두 상태까지 되돌아가는 기울기."""
    made = decoder(look, kind, 5, 3, 2)
    look.gradients(made, torch.tensor([2, 4]), states(1, 2))


lstm_decoder_1 = check(SECTION, "lstm_decoder-1", some_steps)
lstm_decoder_2 = check(
    SECTION,
    "lstm_decoder-2",
    a_batch_of_steps,
    steps_of_one,
    a_single_step,
    what_steps_teach,
    what_comes_back,
)


# --- greedy_decode: a decoder, states, start, end and a limit to logits [tgt, vocab] and ids ---


def replies(chosen: Sequence[int], vocab: int, hidden: int, start: int = 0) -> list[Any]:
    """What a decoder answers step by step: logits that are largest at `chosen`, and both states."""
    logits = make.numbers(len(chosen), vocab, start=start) + 3 * torch.eye(vocab)[list(chosen)]
    h, c = states(len(chosen), 1, hidden, start=start + 50)
    return [(logits[at : at + 1], (h[at], c[at])) for at in range(len(chosen))]


def an_end(look: Look, greedy_decode: Any) -> None:
    """The third token is the end, before the limit of 5 steps. |
    세 번째 토큰이 끝 토큰, 한도는 5시점."""
    script = look.scripted(replies([6, 4, 3, 6, 6], 7, 3))
    look.call(greedy_decode, script, states(1, 3, start=5), 2, 3, 5)


def no_end(look: Look, greedy_decode: Any) -> None:
    """Three steps are allowed, and none gives the end. | 한도는 3시점, 끝 토큰은 나오지 않음."""
    script = look.scripted(replies([5, 1, 4, 0], 6, 2, start=9))
    look.call(greedy_decode, script, states(1, 2, start=6), 2, 3, 3)


def a_late_end(look: Look, greedy_decode: Any) -> None:
    """The second of two steps gives the end. | 두 시점 가운데 두 번째에 끝 토큰."""
    script = look.scripted(replies([4, 3, 1], 5, 3, start=12))
    look.call(greedy_decode, script, states(1, 3, start=7), 2, 3, 2)


def an_early_end(look: Look, greedy_decode: Any) -> None:
    """The first token is the end, whose id is 4. | 첫 토큰이 바로 끝 토큰, 번호는 4."""
    script = look.scripted(replies([4, 4, 4], 5, 2, start=20))
    look.call(greedy_decode, script, states(1, 2, start=8), 2, 4, 3)


def end_for_start(look: Look, greedy_decode: Any) -> None:
    """Start and end are the same token. | 시작 토큰과 끝 토큰이 같음."""
    script = look.scripted(replies([1, 4, 3, 0], 5, 2, start=25))
    look.call(greedy_decode, script, states(1, 2, start=9), 3, 3, 4)


def no_step(look: Look, greedy_decode: Any) -> None:
    """Limits of 0 and below. | 한도가 0이거나 음수."""
    for limit in (0, -2):
        script = look.scripted(replies([4], 5, 2, start=30))
        look.refuses(greedy_decode, script, states(1, 2, start=10), 2, 3, limit)


greedy_decode_1 = check(SECTION, "greedy_decode-1", an_end)
greedy_decode_2 = check(SECTION, "greedy_decode-2", no_end, a_late_end)
greedy_decode_3 = check(SECTION, "greedy_decode-3", an_early_end, end_for_start, no_step)


# --- comparison: a long table of scores and a column of it to a row for each model ---


def scores(models: Sequence[str], stages: Sequence[int], start: int = 0) -> pd.DataFrame:
    """A long table with scores between 0 and 1 that nobody can mix up."""
    found = make.numbers(2, len(models), start=start).abs().double().round(decimals=4).tolist()
    columns = {"model": [*models], "stage": [*stages]}
    return pd.DataFrame(columns | {"exact_match": found[0], "token_accuracy": found[1]})


def three_models(look: Look, comparison: Any) -> None:
    """Three models, stages in any order, some not measured. |
    모델 세 개, 단계는 순서 없이, 재지 않은 칸도 있음."""
    table = scores(["RNN", "RNN", "GRU", "GRU", "LSTM"], [2, 0, 0, 2, 1])
    look.call(comparison, table, "exact_match", through="labelled")


def another_column(look: Look, comparison: Any) -> None:
    """The column of token accuracy, stages 3, 5 and 8. | 토큰 정확도 열, 단계는 3, 5, 8."""
    table = scores(["B", "C", "C", "A", "A"], [5, 3, 8, 5, 3], start=22)
    look.call(comparison, table, "token_accuracy", through="labelled")


comparison_1 = check(SECTION, "comparison-1", three_models)
comparison_2 = check(SECTION, "comparison-2", another_column)


# --- last_state: a cell and vectors [batch, src, embedding] to the last state [batch, hidden] ---


def cell(look: Look, embedding: int, hidden: int) -> Any:
    """An `nn.LSTMCell` with weights between -1 and 2: most of its gates are open."""
    weights = make.weighted(nn.LSTMCell(embedding, hidden)).state_dict()
    large = {name: 3 * value + 0.5 for name, value in weights.items()}
    return look.build("torch.nn.LSTMCell", embedding, hidden, weights=large)


def read(look: Look, last_state: Any, *shape: int, hidden: int, start: int = 0) -> None:
    """The last state of one cell, of vectors of this shape."""
    look.call(last_state, cell(look, shape[-1], hidden), make.numbers(*shape, start=start))


def one_time_step(look: Look, last_state: Any) -> None:
    """A single time step, a batch of two. | 한 시점, 배치는 둘."""
    read(look, last_state, 2, 1, 3, hidden=5)


def five_time_steps(look: Look, last_state: Any) -> None:
    """Five time steps, a batch of three. | 다섯 시점, 배치는 셋."""
    read(look, last_state, 3, 5, 2, hidden=4, start=30)


def what_a_cell_learns(look: Look, last_state: Any) -> None:
    """The gradients of the cell's parameters, over three time steps. |
    세 시점을 거쳐 셀의 매개변수까지 되돌아가는 기울기."""
    made = cell(look, 2, 1)
    look.gradients(last_state, made, make.numbers(2, 3, 2, start=60), of=made)


last_state_1 = check(SECTION, "last_state-1", one_time_step, five_time_steps, what_a_cell_learns)


def _weights(vocab: int, embedding: int, hidden: int, **more: nn.Module) -> Mapping[str, Tensor]:
    """Weights of an embedding, an LSTM and more, under the names that classes give."""
    parts = {"embedding": nn.Embedding(vocab, embedding), "lstm": nn.LSTM(embedding, hidden)}
    return make.weighted(nn.ModuleDict(parts | more)).state_dict()
