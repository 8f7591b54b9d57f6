"""Hidden cases of section 03, by test."""

import torch

from nlplab import check as make
from nlplab.checks.edges import drawn, ids, parameter, settled
from nlplab.checks.lstm import (
    cell,
    decoder,
    encoder,
    encoder_weights,
    network,
    read,
    replies,
    scores,
    states,
    step,
)

# --- gradient_norms ---


def another_network(look, gradient_norms):
    """More numbers in than out."""
    look.call(gradient_norms, network(look, "RNN", 5, 2), make.numbers(3, 5, start=200))


def eight_tokens(look, gradient_norms):
    """A longer sentence."""
    look.call(gradient_norms, network(look, "RNN", 2, 3), make.numbers(8, 2, start=220))


def one_token_of_an_lstm(look, gradient_norms):
    """The shortest sentence."""
    look.call(gradient_norms, network(look, "LSTM", 3, 4), make.numbers(1, 3, start=240))


def two_layers_of_an_lstm(look, gradient_norms):
    """States of the upper layer alone."""
    look.call(gradient_norms, network(look, "LSTM", 3, 2, 2), make.numbers(5, 3, start=260))


def vectors_that_learn(look, gradient_norms):
    """Vectors with a gradient of their own, as those of an embedding."""
    vectors = make.numbers(4, 2, start=280).requires_grad_()
    look.call(gradient_norms, network(look, "RNN", 2, 3), vectors)


def the_same_twice(look, gradient_norms):
    """One network, one sentence, two calls."""
    read = network(look, "RNN", 2, 4)
    for _ in range(2):
        look.call(gradient_norms, read, make.numbers(3, 2, start=290))


def a_batch_would_come_first(look, gradient_norms):
    """An LSTM whose batches, of which there is none, would have their axis in front."""
    look.call(
        gradient_norms, network(look, "LSTM", 3, 2, 1, True, True), make.numbers(4, 3, start=280)
    )


def what_fades(look, gradient_norms):
    """Fourteen tokens, of which the first counts for next to nothing."""
    read = network(look, "RNN", 2, 3)
    look.call(gradient_norms, read, make.numbers(14, 2, start=3), through="powers")


def far_back(look, gradient_norms):
    """A network that forgets nothing and multiplies: 120 tokens, all of which count a lot."""
    weights = {"weight_ih_l0": torch.tensor([[0.02]]), "weight_hh_l0": torch.tensor([[1.0]])}
    weights |= {"bias_ih_l0": torch.zeros(1), "bias_hh_l0": torch.zeros(1)}
    read = look.build("torch.nn.RNN", 1, 1, weights=weights)
    look.call(gradient_norms, read, 0.001 * make.numbers(120, 1, start=6))


def vectors_of_zeros(look, gradient_norms):
    """Vectors of which one is zeros."""
    vectors = make.numbers(4, 3, start=295)
    vectors[1] = 0
    look.call(gradient_norms, network(look, "LSTM", 3, 2), vectors)


def large_gradients(look, gradient_norms):
    """Weights so large that gradients are far beyond ten."""
    weights = make.weighted(torch.nn.RNN(2, 3)).state_dict()
    read = look.build(
        "torch.nn.RNN", 2, 3, weights={name: 60 * value for name, value in weights.items()}
    )
    look.call(gradient_norms, read, 0.0001 * make.numbers(3, 2, start=296))


def both_directions(look, gradient_norms):
    """An LSTM that reads both ways: the last row has the backward state of the last token."""
    made = network(look, "LSTM", 2, 3, 1, True, False, 0.0, True)
    look.call(gradient_norms, made, make.numbers(4, 2, start=297))


def numbers_of_eight_bytes(look, gradient_norms):
    """A network and vectors of float64, and a network whose weights have changed."""
    read = look.build(look.get(network(look, "RNN", 2, 3), "double"))
    vectors = make.numbers(3, 2, start=298).double()
    look.call(gradient_norms, read, vectors)
    other = {
        name: 2 * value for name, value in make.weighted(torch.nn.RNN(2, 3)).state_dict().items()
    }
    look.refuses(look.get(read, "load_state_dict"), other)
    look.call(gradient_norms, read, vectors)


def any_vectors(look, gradient_norms, token, embedding, hidden, start):
    """Networks of these sizes, an LSTM where the sentence is short."""
    made = network(look, "RNN" if token > 2 else "LSTM", embedding, hidden)
    look.call(gradient_norms, made, make.numbers(token, embedding, start=start))


# --- lstm_step ---


def another_step(look, lstm_step):
    """Other numbers, more inputs than states."""
    look.call(lstm_step, *step(6, 4, start=300))


def large_values(look, lstm_step):
    """So large that every gate is open or shut."""
    x, state, *weights = step(3, 5, start=500)
    look.call(lstm_step, 200 * x, state, *weights)


def states_of_one(look, lstm_step):
    """The smallest states, and one input."""
    look.call(lstm_step, *step(1, 1, start=77))


def a_large_cell(look, lstm_step):
    """A cell state of up to 600."""
    x, (h, c), *weights = step(2, 3, start=700)
    look.call(lstm_step, x, (h, 200 * c), *weights)


def cells_of_every_size(look, lstm_step):
    """A cell state of thousands, and one of millionths."""
    x, (h, c), *weights = step(2, 4, start=740)
    sizes = torch.tensor([5e4, -3e4, 2e-7, 3e-8])
    look.call(lstm_step, x, (h, c * sizes), *weights, through="digits")


def the_same_step_with_other_biases(look, lstm_step):
    """The same step again with other biases."""
    x, pair, *weights = step(3, 2, start=760)
    look.call(lstm_step, x, pair, *weights)
    look.call(lstm_step, x, pair, *weights[:2], *[2 * value for value in weights[2:]])


def any_step(look, lstm_step, embedding, hidden, start):
    """A step of these sizes."""
    look.call(lstm_step, *step(embedding, hidden, start=start))


# --- LSTMEncoder ---


def one_token(look, kind):
    """The shortest sentence."""
    look.call(encoder(look, kind, 9, 3, 5), torch.tensor([8]))


def zeros_inside(look, kind):
    """Id 0 is a token like others, at every place."""
    look.call(encoder(look, kind, 6, 4, 2), torch.tensor([0, 5, 0, 0, 3, 0]))


def two_sentences_in_turn(look, kind):
    """Nothing is left of the sentence before, which was another."""
    made = encoder(look, kind, 7, 2, 3)
    look.call(made, torch.tensor([2, 6, 3]))
    look.call(made, torch.tensor([1, 5]))


def which_gate_starts_open(look, kind):
    """The bias of the forget gate is 2 before any training."""
    bias = parameter(look, look.build(kind, 7, 2, 3), (12,), "lstm", "bias_ih_l0")
    look.note("forget gate at 2", bool((bias[3:6] == 2).all()))


def a_batch_of_single_tokens(look, kind):
    """Four sentences of one token."""
    look.call(encoder(look, kind, 8, 3, 2), torch.tensor([[7], [0], [4], [4]]))


def one_token_as_a_batch(look, kind):
    """One sentence of one token, as a batch."""
    look.call(encoder(look, kind, 8, 3, 2), torch.tensor([[5]]))


def as_many_sentences_as_tokens(look, kind):
    """A batch that fits when it is turned round, too."""
    look.call(encoder(look, kind, 8, 3, 2), torch.tensor([[5, 1, 0], [2, 7, 3], [2, 2, 6]]))


def what_a_batch_teaches(look, kind):
    """The gradient of a batch, after training too."""
    made = encoder(look, kind, 5, 2, 3)
    look.gradients(settled(look, made), torch.tensor([1, 4]), of=made)
    look.gradients(made, torch.tensor([[2, 4], [1, 3], [0, 3]]), of=made)


def an_encoder_that_learnt(look, kind):
    """The same sentence before and after the weights have changed, to far larger ones."""
    made = encoder(look, kind, 6, 2, 3)
    look.call(made, torch.tensor([2, 5, 1]))
    look.refuses(look.get(made, "load_state_dict"), encoder_weights(6, 2, 3, scale=60))
    look.call(made, torch.tensor([2, 5, 1]))


def what_a_long_sentence_teaches(look, kind):
    """The gradient of 45 tokens, the first of which comes only once."""
    made = encoder(look, kind, 4, 2, 2)
    look.gradients(made, torch.tensor([3, *[1, 2] * 22]), of=made)


def any_sentences(look, kind, *batch, src, embedding, hidden, start):
    """Sentences of these sizes, after training."""
    made = settled(look, encoder(look, kind, 7, embedding, hidden))
    look.call(made, ids(7, start, *batch, src))


# --- LSTMDecoder ---


def a_step_with_zero(look, kind):
    """One token, id 0."""
    look.call(decoder(look, kind, 6, 3, 2), torch.tensor([0]), states(1, 2, start=8))


def large_states(look, kind):
    """States of up to 200 and 400."""
    h, c = states(1, 3, start=4)
    look.call(decoder(look, kind, 5, 4, 3), torch.tensor([2, 1, 4, 3, 0]), (200 * h, 200 * c))


def single_steps_of_a_batch(look, kind):
    """Three sentences, one token of each."""
    ids = torch.tensor([[8], [0], [2]])
    look.call(decoder(look, kind, 9, 4, 2), ids, states(1, 3, 2, start=30))


def a_step_of_one(look, kind):
    """One token of one sentence, as a batch."""
    look.call(decoder(look, kind, 4, 3, 2), torch.tensor([[0]]), states(1, 1, 2, start=40))


def what_a_batch_teaches_the_decoder(look, kind):
    """The gradient of a batch, in the weights and in both states, which remain after training."""
    made = settled(look, decoder(look, kind, 5, 2, 3))
    ids, pair = torch.tensor([[2, 4], [1, 3]]), states(1, 2, 3, start=5)
    look.gradients(made, ids, pair, of=made)
    look.gradients(made, ids, pair)


def very_high_scores_of_it(look, kind):
    """Weights of up to 100: scores are far beyond 50."""
    made = decoder(look, kind, 5, 3, 4, scale=200)
    look.call(made, torch.tensor([2, 4, 0]), states(1, 4, start=6))


def what_many_steps_teach(look, kind):
    """The gradient of 45 tokens and of one, and what of it reaches both states."""
    made = decoder(look, kind, 4, 2, 2)
    for tokens in (torch.tensor([3, *[1, 2] * 22]), torch.tensor([2])):
        look.gradients(made, tokens, states(1, 2, start=5))


def any_steps(look, kind, *batch, tgt, embedding, hidden, start):
    """Steps of these sizes, after training."""
    made = settled(look, decoder(look, kind, 6, embedding, hidden))
    look.call(made, ids(6, start, *batch, tgt), states(1, *batch, hidden, start=start))


# --- greedy_decode ---


def another_end(look, greedy_decode):
    """The end is 0, and 3 is a word."""
    script = look.scripted(replies([4, 3, 0, 2], 5, 2, start=33))
    look.call(greedy_decode, script, states(1, 2), 1, 0, 4)


def two_layers(look, greedy_decode):
    """States of two layers are handed on as they are."""
    logits = make.numbers(2, 1, 4) + 3 * torch.eye(4)[[3, 1]].unsqueeze(1)
    h, c = states(2, 2, 3, start=90)
    script = look.scripted([*zip(logits, zip(h, c, strict=True), strict=True)])
    look.call(greedy_decode, script, states(2, 3, start=7), 0, 1, 8)


def the_start_once_more(look, greedy_decode):
    """The start among the words, and the end at the limit."""
    script = look.scripted(replies([5, 1, 0, 3], 6, 2, start=60))
    look.call(greedy_decode, script, states(1, 2, start=2), 1, 0, 3)


def a_start_of_its_own(look, greedy_decode):
    """The start is none of the words that are scored, and nothing ends the sentence."""
    script = look.scripted(replies([2, 2, 1, 3], 4, 3, start=65))
    look.call(greedy_decode, script, states(1, 3, start=3), 7, 0, 3)


def a_limit_of_one(look, greedy_decode):
    """One step is all."""
    script = look.scripted(replies([4, 2], 6, 2, start=70))
    look.call(greedy_decode, script, states(1, 2, start=6), 1, 0, 1)


def an_id_of_three_digits(look, greedy_decode):
    """The end is 300: ids are compared by value."""
    script = look.scripted(replies([4, 299, 300, 1], 310, 2, start=52))
    look.call(greedy_decode, script, states(1, 2, start=3), 1, 300, 4, through="second")


def the_end_alone(look, greedy_decode):
    """It begins with the end and ends at once."""
    script = look.scripted(replies([0, 4], 5, 3, start=75))
    look.call(greedy_decode, script, states(1, 3, start=4), 0, 0, 1)


def limits_below_one(look, greedy_decode):
    """Limits of 0 and -1 are refused."""
    for limit in (-1, 0):
        script = look.scripted(replies([2, 0], 4, 3, start=80))
        look.refuses(greedy_decode, script, states(1, 3, start=5), 1, 0, limit)


def very_high_scores(look, greedy_decode):
    """Scores of up to 200, the highest behind others that are high."""
    script = [(100 * logits, pair) for logits, pair in replies([3, 1, 2, 0], 4, 2, start=44)]
    look.call(greedy_decode, look.scripted(script), states(1, 2, start=9), 1, 0, 6)


def scores_below_zero(look, greedy_decode):
    """All scores are below zero, and the highest of some differ by little."""
    script = replies([3, 1, 2, 0], 4, 2, start=46)
    low = [(logits - 500, pair) for logits, pair in script]
    look.call(greedy_decode, look.scripted(low), states(1, 2, start=9), 1, 0, 6)
    close = torch.tensor([[[0.0, 999.9, 1000.0]], [[1000.0, 999.9, 0.0]]])
    near = [*zip(close, [pair for _, pair in script[:2]], strict=True)]
    look.call(greedy_decode, look.scripted(near), states(1, 2, start=8), 1, 0, 6)


def a_token_that_repeats(look, greedy_decode):
    """The same token seven times in a row, then the end; the notebook's device is another."""
    script = look.scripted(replies([4] * 7 + [0, 3], 6, 2, start=48))
    look.call(look.elsewhere(greedy_decode), script, states(1, 2, start=7), 1, 0, 20)


def a_vocabulary_of_one(look, greedy_decode):
    """There is one token, and it is not the end."""
    script = look.scripted(replies([0, 0, 0], 1, 2, start=50))
    look.call(greedy_decode, script, states(1, 2, start=3), 0, 5, 2)


def what_is_left_of_the_decoder(look, greedy_decode):
    """A limit beyond all memory; the decoder is in training afterwards, as it was."""
    script = look.scripted(replies([4, 0], 5, 2, start=49))
    look.call(greedy_decode, script, states(1, 2, start=5), 1, 0, 10**9)
    look.note("training", look.get(script, "training"))


# --- comparison ---


def one_score(look, comparison):
    """A single model, measured once."""
    look.call(comparison, scores(["LSTM"], [4], start=40), "exact_match", through="labelled")


def two_tables_joined(look, comparison):
    """Labels of rows come twice, and stages of two digits."""
    table = scores(["b 2", "b 2", "c", "a", "a", "c"], [10, 9, 9, 2, 10, 10], start=50)
    table = table.set_axis([0, 1, 2, 0, 1, 2])
    look.call(comparison, table, "token_accuracy", through="labelled")


def nothing_right(look, comparison):
    """A score of 0 is a score, and one of 1 too; models come mixed."""
    table = scores(["Z", "y", "X", "Z", "y"], [1, 1, 0, 0, 3], start=70)
    table["exact_match"] = [0.0, 1.0, 0.0, 0.37251, 0.0]
    look.call(comparison, table, "exact_match", through="labelled")


def a_column_more(look, comparison):
    """Where a score comes from stands in a column of its own."""
    table = scores(["m", "k", "m", "k"], [0, 1, 1, 0], start=90)
    table["origin"] = ["here", "course", "here", "course"]
    look.call(comparison, table, "token_accuracy", through="labelled")


# --- last_state ---


def no_time_step(look, last_state):
    """Nothing is read: the state it starts from, alone and in a batch."""
    read(look, last_state, 1, 0, 3, hidden=2)
    read(look, last_state, 4, 0, 2, hidden=3)


def one_sentence_as_a_batch(look, last_state):
    """A batch of one, of one time step and of four, and a state of one."""
    read(look, last_state, 1, 1, 2, hidden=3, start=200)
    read(look, last_state, 1, 4, 3, hidden=1, start=210)


def as_many_sentences_as_time_steps(look, last_state):
    """A batch that fits when it is turned round, too."""
    read(look, last_state, 4, 4, 4, hidden=4, start=220)


def large_vectors(look, last_state):
    """Vectors of up to 200."""
    look.call(last_state, cell(look, 2, 3), 200 * make.numbers(3, 4, 2, start=240))


def one_cell_twice(look, last_state):
    """Nothing is left of the sentences before."""
    made = cell(look, 3, 2)
    for start in (260, 280):
        look.call(last_state, made, make.numbers(2, 3, 3, start=start))


def what_reaches_the_vectors(look, last_state):
    """The gradient that goes back into every vector."""
    look.gradients(last_state, cell(look, 2, 3), make.numbers(2, 4, 2, start=300))


def any_state(look, last_state, *batch, src, embedding, hidden, start):
    """Sentences of these sizes."""
    read(look, last_state, *batch, src, embedding, hidden=hidden, start=start)


CASES = {
    "gradient_norms-1": (another_network, eight_tokens),
    "gradient_norms-2": (
        one_token_of_an_lstm,
        two_layers_of_an_lstm,
        vectors_that_learn,
        the_same_twice,
        a_batch_would_come_first,
        what_fades,
        *drawn(any_vectors, "token", "embedding", "hidden", seed=2, batches=[()]),
        vectors_of_zeros,
        large_gradients,
        numbers_of_eight_bytes,
        far_back,
        both_directions,
    ),
    "lstm_step-1": (
        another_step,
        large_values,
        a_large_cell,
        cells_of_every_size,
    ),
    "lstm_step-2": (
        states_of_one,
        *drawn(any_step, "embedding", "hidden", seed=3, batches=[()]),
        the_same_step_with_other_biases,
    ),
    "lstm_encoder-1": (
        one_token,
        zeros_inside,
        two_sentences_in_turn,
        which_gate_starts_open,
        an_encoder_that_learnt,
    ),
    "lstm_encoder-2": (
        a_batch_of_single_tokens,
        one_token_as_a_batch,
        as_many_sentences_as_tokens,
        *drawn(any_sentences, "src", "embedding", "hidden", seed=4),
    ),
    "lstm_encoder-3": (
        what_a_batch_teaches,
        what_a_long_sentence_teaches,
    ),
    "lstm_decoder-1": (
        a_step_with_zero,
        large_states,
        which_gate_starts_open,
        very_high_scores_of_it,
    ),
    "lstm_decoder-2": (
        single_steps_of_a_batch,
        a_step_of_one,
        what_a_batch_teaches_the_decoder,
        *drawn(any_steps, "tgt", "embedding", "hidden", seed=5),
        what_many_steps_teach,
    ),
    "greedy_decode-1": (
        another_end,
        two_layers,
        very_high_scores,
        an_id_of_three_digits,
        scores_below_zero,
        a_token_that_repeats,
        a_vocabulary_of_one,
        what_is_left_of_the_decoder,
    ),
    "greedy_decode-2": (the_start_once_more, a_start_of_its_own),
    "greedy_decode-3": (a_limit_of_one, the_end_alone, limits_below_one),
    "comparison-1": (nothing_right, two_tables_joined),
    "comparison-2": (one_score, a_column_more),
    "last_state-1": (
        no_time_step,
        one_sentence_as_a_batch,
        as_many_sentences_as_time_steps,
        large_vectors,
        one_cell_twice,
        what_reaches_the_vectors,
        *drawn(any_state, "src", "embedding", "hidden", seed=6, batches=[(1,), (2,), (3,)]),
    ),
}
