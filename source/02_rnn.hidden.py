"""Hidden cases of section 02, by test."""

import torch

from nlplab import check as make
from nlplab.checks.edges import drawn, ids, parameter, settled
from nlplab.checks.rnn import (
    decoder,
    encoder,
    encoder_weights,
    linear,
    model,
    model_weights,
    replies,
    step,
    train,
)

# --- rnn_step ---


def another_step(look, rnn_step):
    """Other numbers, more inputs than states."""
    look.call(rnn_step, *step(6, 4, start=300))


def large_values(look, rnn_step):
    """So large that tanh is at its ends."""
    x, h, *weights = step(3, 5, start=500)
    look.call(rnn_step, 200 * x, h, *weights)


def a_state_of_one(look, rnn_step):
    """The smallest state, and one input."""
    look.call(rnn_step, *step(1, 1, start=77))


def numbers_of_eight_bytes(look, rnn_step):
    """Numbers of float64."""
    look.call(rnn_step, *[value.double() for value in step(3, 4, start=600)])


def a_state_beyond_one(look, rnn_step):
    """A state of up to 9, as no step gives it, and an input of zeros."""
    x, h, *weights = step(2, 3, start=620)
    look.call(rnn_step, torch.zeros_like(x), 9 * h, *weights)


def a_step_with_other_weights(look, rnn_step):
    """The same input and state, with one set of weights and with another."""
    for start in (640, 700):
        look.call(rnn_step, *step(3, 2, start=640)[:2], *step(3, 2, start=start)[2:])


def any_step(look, rnn_step, embedding, hidden, start):
    """A step of these sizes."""
    look.call(rnn_step, *step(embedding, hidden, start=start))


# --- RNNEncoder ---


def one_token(look, kind):
    """The shortest sentence."""
    look.call(encoder(look, kind, 9, 3, 5), torch.tensor([8]))


def zeros_inside(look, kind):
    """Id 0 is a token like others, at every place."""
    look.call(encoder(look, kind, 6, 4, 2), torch.tensor([0, 5, 0, 0, 3, 0]))


def how_it_starts(look, kind):
    """The matrix that multiplies the state is orthogonal before any training."""
    weight = parameter(look, look.build(kind, 7, 2, 3), (3, 3), "rnn", "weight_hh_l0")
    look.note("orthogonal", torch.allclose(weight @ weight.T, torch.eye(3), atol=1e-4))


def a_batch_of_single_tokens(look, kind):
    """Four sentences of one token."""
    look.call(encoder(look, kind, 8, 3, 2), torch.tensor([[7], [0], [4], [4]]))


def one_token_as_a_batch(look, kind):
    """One sentence of one token, as a batch."""
    look.call(encoder(look, kind, 8, 3, 2), torch.tensor([[5]]))


def called_twice(look, kind):
    """Nothing is left of the sentence before."""
    made = encoder(look, kind, 7, 2, 3)
    look.call(made, torch.tensor([2, 6, 3]))
    look.call(made, torch.tensor([2, 6, 3]))


def what_a_batch_teaches(look, kind):
    """The gradient of a batch, after training too."""
    made = encoder(look, kind, 5, 2, 3)
    look.gradients(settled(look, made), torch.tensor([1, 4]), of=made)
    look.gradients(made, torch.tensor([[2, 4], [1, 3], [0, 3]]), of=made)


def what_a_long_sentence_teaches(look, kind):
    """The gradient of 45 tokens, the first of which comes only once."""
    made = encoder(look, kind, 4, 2, 2)
    look.gradients(made, torch.tensor([3, *[1, 2] * 22]), of=made)


def an_encoder_that_learnt(look, kind):
    """The same sentence, before and after the weights have changed."""
    made, other = encoder(look, kind, 6, 2, 3), encoder_weights(6, 2, 3, start=400)
    look.call(made, torch.tensor([2, 5, 1]))
    look.refuses(look.get(made, "load_state_dict"), other)
    look.call(made, torch.tensor([2, 5, 1]))


def what_it_says_of_itself(look, kind):
    """The size of its state, which is not that of its embedding."""
    look.note("hidden_size", look.get(encoder(look, kind, 6, 2, 3), "hidden_size"))


def any_sentences(look, kind, *batch, src, embedding, hidden, start):
    """Sentences of these sizes, after training."""
    made = settled(look, encoder(look, kind, 7, embedding, hidden))
    look.call(made, ids(7, start, *batch, src))


# --- RNNDecoder ---


def a_step_with_zero(look, kind):
    """One token, id 0."""
    look.call(decoder(look, kind, 6, 3, 2), torch.tensor([0]), make.numbers(1, 2, start=8))


def a_large_state(look, kind):
    """States of up to 200."""
    state = 200 * make.numbers(1, 3, start=4)
    look.call(decoder(look, kind, 5, 4, 3), torch.tensor([2, 1, 4, 3, 0]), state)


def single_steps_of_a_batch(look, kind):
    """Three sentences, one token of each."""
    state = make.numbers(1, 3, 2, start=30)
    look.call(decoder(look, kind, 9, 4, 2), torch.tensor([[8], [0], [2]]), state)


def one_token_after_another_sentence(look, kind):
    """One token each of two sentences, the second from a state of its own."""
    made = decoder(look, kind, 6, 3, 4)
    look.call(made, torch.tensor([4]), make.numbers(1, 4, start=7))
    look.call(made, torch.tensor([5]), make.numbers(1, 4, start=61))


def what_a_batch_teaches_the_decoder(look, kind):
    """The gradient of a batch, in the weights and in its states, which remain after training."""
    made = settled(look, decoder(look, kind, 5, 2, 3))
    ids, state = torch.tensor([[2, 4], [1, 3]]), make.numbers(1, 2, 3, start=5)
    look.gradients(made, ids, state, of=made)
    look.gradients(made, ids, state)


def what_many_steps_teach(look, kind):
    """The gradient of 45 tokens, and what of it reaches the state."""
    made = decoder(look, kind, 4, 2, 2)
    tokens, state = torch.tensor([3, *[1, 2] * 22]), make.numbers(1, 2, start=5)
    look.gradients(made, tokens, state, of=made)
    look.gradients(made, tokens, state)


def very_high_scores_of_it(look, kind):
    """Weights of up to 40: scores are far beyond 20."""
    made = decoder(look, kind, 5, 3, 4, scale=80)
    look.call(made, torch.tensor([2, 4, 0]), make.numbers(1, 4, start=6))


def any_steps(look, kind, *batch, tgt, embedding, hidden, start):
    """Steps of these sizes, after training."""
    made = settled(look, decoder(look, kind, 6, embedding, hidden))
    look.call(made, ids(6, start, *batch, tgt), make.numbers(1, *batch, hidden, start=start))


# --- greedy_decode ---


def another_end(look, greedy_decode):
    """The end is 0, and 3 is a word."""
    script = look.scripted(replies([4, 3, 1, 0, 2], 5, 2, start=33))
    look.call(greedy_decode, script, make.numbers(1, 2), 1, 0, 5)


def the_start_once_more(look, greedy_decode):
    """The start among the words, and the end at the limit."""
    script = look.scripted(replies([5, 1, 4, 0, 3], 6, 3, start=60))
    look.call(greedy_decode, script, make.numbers(1, 3, start=2), 1, 0, 4)


def a_limit_of_one(look, greedy_decode):
    """One step is all."""
    script = look.scripted(replies([4, 2], 6, 2, start=70))
    look.call(greedy_decode, script, make.numbers(1, 2, start=6), 1, 0, 1)


def two_layers(look, greedy_decode):
    """A state of two layers is handed on as it is."""
    logits = make.numbers(3, 1, 4) + 3 * torch.eye(4)[[3, 2, 1]].unsqueeze(1)
    states = make.numbers(3, 2, 5, start=90)
    script = look.scripted([*zip(logits, states, strict=True)])
    look.call(greedy_decode, script, make.numbers(2, 5, start=7), 0, 1, 8)


def very_high_scores(look, greedy_decode):
    """Scores of up to 200, the highest behind others that are high."""
    script = [(100 * logits, state) for logits, state in replies([3, 1, 2, 0], 4, 2, start=44)]
    look.call(greedy_decode, look.scripted(script), make.numbers(1, 2, start=9), 1, 0, 6)


def scores_below_zero(look, greedy_decode):
    """All scores are below zero, and the highest of some differ by little."""
    script = replies([3, 1, 2, 0], 4, 2, start=46)
    low = [(logits - 500, state) for logits, state in script]
    look.call(greedy_decode, look.scripted(low), make.numbers(1, 2, start=9), 1, 0, 6)
    close = torch.tensor([[[0.0, 999.9, 1000.0]], [[1000.0, 999.9, 0.0]]])
    near = [*zip(close, [state for _, state in script[:2]], strict=True)]
    look.call(greedy_decode, look.scripted(near), make.numbers(1, 2, start=8), 1, 0, 6)


def a_token_that_repeats(look, greedy_decode):
    """The same token seven times in a row, then the end; the notebook's device is another."""
    script = look.scripted(replies([4] * 7 + [0, 3], 6, 2, start=48))
    look.call(look.elsewhere(greedy_decode), script, make.numbers(1, 2, start=7), 1, 0, 20)


def what_is_left_of_the_decoder(look, greedy_decode):
    """A decoder without parameters is in training afterwards, as it was."""
    script = look.scripted(replies([4, 0], 5, 2, start=49))
    decoder = look.build("nlplab.doubles.Around", script)
    look.call(greedy_decode, decoder, make.numbers(1, 2, start=5), 1, 0, 4)
    look.note("training", look.get(decoder, "training"))


def an_id_of_three_digits(look, greedy_decode):
    """The end is 300: ids are compared by value."""
    script = look.scripted(replies([4, 299, 300, 1], 310, 2, start=52))
    look.call(greedy_decode, script, make.numbers(1, 2, start=3), 1, 300, 4, through="second")


# --- RNNSeq2Seq ---


def one_token_to_four(look, kind):
    """A source of one token."""
    look.call(model(look, kind, 9, 10, 3), torch.tensor([5]), torch.tensor([2, 6, 6, 1]))


def three_tokens_to_one(look, kind):
    """A target of one token, and id 0 on both sides."""
    look.call(model(look, kind, 6, 4, 2), torch.tensor([0, 5, 0]), torch.tensor([0]))


def a_batch_of_single_pairs(look, kind):
    """Three pairs of one token each."""
    source, target = torch.tensor([[4], [0], [3]]), torch.tensor([[1], [2], [0]])
    look.call(model(look, kind, 5, 3, 4), source, target)


def what_a_batch_teaches_the_model(look, kind):
    """The gradient of a batch, which remain after training."""
    made = settled(look, model(look, kind, 5, 6, 2))
    source, target = torch.tensor([[2, 4, 3], [1, 0, 3]]), torch.tensor([[2, 5], [2, 4]])
    look.gradients(made, source, target, of=made)


def a_model_of_eight_bytes(look, kind):
    """A model of float64."""
    made = model(look, kind, 6, 5, 3)
    made = look.build(look.get(made, "double"))
    look.call(made, torch.tensor([2, 5, 1]), torch.tensor([2, 4]))


def large_states_of_the_encoder(look, kind):
    """An encoder whose state is far beyond one."""
    made = model(look, kind, 6, 5, 3, scale=30)
    look.call(made, torch.tensor([2, 5, 1]), torch.tensor([2, 4]))


def a_model_that_learnt(look, kind):
    """The same pair, before and after the weights have changed."""
    made, other = model(look, kind, 6, 5, 3), model_weights(6, 5, 3, scale=2)
    look.call(made, torch.tensor([2, 5, 1]), torch.tensor([2, 4]))
    look.refuses(look.get(made, "load_state_dict"), other)
    look.call(made, torch.tensor([2, 5, 1]), torch.tensor([2, 4]))


def any_pairs(look, kind, *batch, src, tgt, hidden, start):
    """Pairs of these sizes, after training."""
    made = settled(look, model(look, kind, 7, 5, hidden))
    look.call(made, ids(7, start, *batch, src), ids(5, start + 1, *batch, tgt))


# --- shift_target ---


def one_sentence(look, shift_target):
    """One sentence, not in a batch."""
    look.call(shift_target, torch.tensor([2, 9, 4, 8, 3]))


def the_shortest_sentence(look, shift_target):
    """Start and end alone, as a batch."""
    look.call(shift_target, torch.tensor([[2, 3]]))


def a_very_long_target(look, shift_target):
    """Far longer than any example: a sentence of 700 tokens, and two in a batch."""
    look.call(shift_target, ids(50, 9, 700))
    look.call(shift_target, ids(50, 10, 2, 300))


def a_token_alone(look, shift_target):
    """Nothing is left to guess."""
    look.call(shift_target, torch.tensor([[2], [5], [3]]))


def very_large_ids(look, shift_target):
    """Ids beyond what two and four bytes hold."""
    look.call(shift_target, torch.tensor([2, 40_000, 70_000, 10**12, 3]))


def any_targets(look, shift_target, *batch, tgt, start):
    """Targets of these sizes."""
    look.call(shift_target, ids(9, start, *batch, tgt + 1))


# --- sequence_loss ---


def one_goal(look, sequence_loss):
    """One token of one sentence."""
    look.call(sequence_loss, make.numbers(1, 1, 5, start=3), torch.tensor([[4]]))


def large_logits(look, sequence_loss):
    """Logits of up to 200."""
    goals = torch.tensor([[1, 0, 2], [3, 3, 0]])
    look.call(sequence_loss, 200 * make.numbers(2, 3, 4, start=11), goals)


def logits_of_eight_bytes(look, sequence_loss):
    """Logits of float64."""
    goals = torch.tensor([[1, 0, 2], [3, 3, 0]])
    look.call(sequence_loss, make.numbers(2, 3, 4, start=12).double(), goals)


def very_many_goals(look, sequence_loss):
    """2,051 goals that are not padding."""
    goals = torch.tensor([[number % 3 for number in range(3_077)]])
    look.call(sequence_loss, make.numbers(1, 3_077, 3, start=13), goals)


def padding_inside(look, sequence_loss):
    """Padding may stand anywhere, and 0 be a word."""
    goals = torch.tensor([[6, 1, 0, 6, 0], [0, 6, 5, 3, 2], [6, 6, 6, 6, 4]])
    look.call(sequence_loss, make.numbers(3, 5, 7, start=21), goals, pad_id=6)


def what_padding_hands_back(look, sequence_loss):
    """No gradient where padding is the goal."""
    goals = torch.tensor([[3, 1, 0], [2, 0, 0]])
    look.gradients(sequence_loss, make.numbers(2, 3, 4, start=40), goals)


def any_goals(look, sequence_loss, *batch, tgt, vocab, start):
    """Goals of these sizes, of which some are padding and one is not."""
    goals = ids(vocab, start, *batch, tgt)
    goals[0, 0], pad = 1, 0
    look.call(sequence_loss, make.numbers(*batch, tgt, vocab + 1, start=start), goals, pad)


# --- exact_match ---


def nothing_right(look, exact_match):
    """One sentence, cut short."""
    look.call(exact_match, [[2]], [[2, 3]], [1])


def two_beginnings(look, exact_match):
    """One output that is cut short, and one that is the target of the sentence after it."""
    given = [[2, 5], [2, 4, 3], [2, 4, 3]]
    look.call(exact_match, given, [[2, 5, 7], [2, 6, 3], [2, 4, 3]], [1, 6, 6])


def repeated_tokens(look, exact_match):
    """As many of each token, in another order; and an output that is another sentence's target."""
    right = [[2, 5, 5, 4, 3], [2, 4, 3], [2, 6, 3], [2, 0, 3]]
    given = [[2, 5, 4, 5, 3], [2, 6, 3], [2, 6, 3], [2, 0, 3]]
    look.call(exact_match, given, right, [0, 5, 5, 0])


def empty_outputs(look, exact_match):
    """A model that says nothing."""
    look.call(exact_match, [[], [2, 4, 3], []], [[2, 3], [2, 4, 3], [2, 5, 3]], [2, 2, 7])


def pairs_that_come_again(look, exact_match):
    """The same output for the same target, right and wrong, each counts each time."""
    right = [[2, 3], [2, 3], [2, 4], [2, 3], [2, 6], [2, 6], [2, 7]]
    given = [[2, 3], [2, 3], [2, 5], [2, 3], [2, 5], [2, 5], [2, 7]]
    look.call(exact_match, given, right, [1, 1, 1, 4, 4, 4, 4])


def two_outputs_swapped(look, exact_match):
    """Two sentences of one stage, each translated as the other."""
    right = [[2, 4, 3], [2, 6, 3], [2, 5]]
    look.call(exact_match, [right[1], right[0], right[2]], right, [3, 3, 3])


def long_sentences(look, exact_match):
    """Sentences of 60 tokens that differ in the last, and ids that are 256 apart."""
    long = [*range(60)]
    given, right = [long, [*long[:-1], 9], [261]], [long, long, [5]]
    look.call(exact_match, given, right, [1, 1, 2])


def no_sentences(look, exact_match):
    """No sentence at all; then one that is right to say nothing."""
    look.call(exact_match, [], [], [])
    look.call(exact_match, [[], []], [[], [4]], [0, 2])


def ids_of_two_digits(look, exact_match):
    """Ids whose digits, put together, are those of another sentence."""
    look.call(exact_match, [[1, 12], [2, 31], []], [[11, 2], [23, 1], [0]], [0, 1, 1])


def a_third(look, exact_match):
    """One sentence of three, and two of seven, to nine digits."""
    right = [[2, 3], [2, 4, 3], [2, 5, 3]]
    look.call(
        exact_match,
        [[2, 3], [2, 3], [2, 5], *[[2, 7, 3]] * 2, *[[2]] * 5],
        [*right, *[[2, 7, 3]] * 7],
        [0, 0, 0, *[4] * 7],
        through="digits",
    )


# --- train_steps ---


def no_step(look, train_steps):
    """Nothing is trained."""
    train(look, train_steps, make.numbers(3, 2, start=5), [1, 0, 2], (0, 0.5))


def one_step(look, train_steps):
    """A single step, of a single goal."""
    train(look, train_steps, make.numbers(1, 5, start=15), [3], (1, 0.9))


def nine_steps(look, train_steps):
    """More steps than there are goals, small ones."""
    train(look, train_steps, make.numbers(4, 2, start=25), [2, 0, 0, 1], (9, 0.05))


def two_runs(look, train_steps):
    """The second run goes on from the first, at another rate."""
    train(look, train_steps, make.numbers(6, 3, start=35), [3, 3, 1, 0, 2, 1], (2, 0.6), (3, 0.2))


def a_loss_that_rises(look, train_steps):
    """Steps so large that the loss goes up."""
    inputs = 3 * make.numbers(4, 2, start=55)
    train(look, train_steps, inputs, [0, 1, 3, 2], (4, 4.0))


def a_loss_of_nothing(look, train_steps):
    """A vocabulary of one: the loss is 0 from the beginning."""
    made = look.build("torch.nn.Linear", 2, 1, weights=linear(2, 1))
    look.call(train_steps, made, make.numbers(3, 2, start=65), torch.tensor([0, 0, 0]), 3, 0.5)


def what_a_model_counts(look, train_steps):
    """A model that counts how often it was asked: not once where there is no step."""
    made = look.build("torch.nn.BatchNorm1d", 4)
    look.call(train_steps, made, make.numbers(3, 4, start=85), torch.tensor([2, 0, 3]), 0, 0.3)
    look.note("asked", look.get(made, "num_batches_tracked"))


def a_model_that_is_not_training(look, train_steps):
    """A model in evaluation mode stays so, whether it is trained or not."""
    made = look.build("torch.nn.Linear", 2, 4, weights=linear(2, 4))
    made = settled(look, made)
    for steps in (0, 2):
        goals = torch.tensor([3, 1])
        look.call(train_steps, made, make.numbers(2, 2, start=95), goals, steps, 0.5)
        look.note(f"training after {steps}", look.get(made, "training"))


CASES = {
    "rnn_step-1": (
        another_step,
        large_values,
        *drawn(any_step, "embedding", "hidden", seed=2, batches=[()]),
        numbers_of_eight_bytes,
        a_step_with_other_weights,
    ),
    "rnn_step-2": (
        a_state_of_one,
        a_state_beyond_one,
    ),
    "rnn_encoder-1": (
        one_token,
        zeros_inside,
        called_twice,
        how_it_starts,
        an_encoder_that_learnt,
        what_it_says_of_itself,
    ),
    "rnn_encoder-2": (
        a_batch_of_single_tokens,
        one_token_as_a_batch,
        *drawn(any_sentences, "src", "embedding", "hidden", seed=3),
    ),
    "rnn_encoder-3": (
        what_a_batch_teaches,
        what_a_long_sentence_teaches,
    ),
    "rnn_decoder-1": (
        a_step_with_zero,
        a_large_state,
        how_it_starts,
        very_high_scores_of_it,
    ),
    "rnn_decoder-2": (
        single_steps_of_a_batch,
        one_token_after_another_sentence,
        what_a_batch_teaches_the_decoder,
        *drawn(any_steps, "tgt", "embedding", "hidden", seed=4),
        what_many_steps_teach,
    ),
    "greedy_decode-1": (
        another_end,
        two_layers,
        very_high_scores,
        an_id_of_three_digits,
        scores_below_zero,
        a_token_that_repeats,
        what_is_left_of_the_decoder,
    ),
    "greedy_decode-2": (the_start_once_more,),
    "greedy_decode-3": (a_limit_of_one,),
    "rnn_seq2seq-1": (
        one_token_to_four,
        three_tokens_to_one,
        a_model_of_eight_bytes,
        large_states_of_the_encoder,
        a_model_that_learnt,
    ),
    "rnn_seq2seq-2": (
        a_batch_of_single_pairs,
        what_a_batch_teaches_the_model,
        *drawn(any_pairs, "src", "tgt", "hidden", seed=5),
    ),
    "shift_target-1": (
        one_sentence,
        the_shortest_sentence,
        a_token_alone,
        a_very_long_target,
        *drawn(any_targets, "tgt", seed=6),
        very_large_ids,
    ),
    "sequence_loss-1": (
        one_goal,
        large_logits,
        logits_of_eight_bytes,
    ),
    "sequence_loss-2": (
        padding_inside,
        what_padding_hands_back,
        *drawn(any_goals, "tgt", "vocab", seed=7, batches=[(1,), (3,)]),
        very_many_goals,
    ),
    "exact_match-1": (
        a_third,
        repeated_tokens,
        empty_outputs,
        ids_of_two_digits,
        pairs_that_come_again,
        two_outputs_swapped,
        long_sentences,
    ),
    "exact_match-2": (
        nothing_right,
        two_beginnings,
        no_sentences,
    ),
    "train_steps-1": (
        no_step,
        one_step,
        nine_steps,
        two_runs,
        a_loss_that_rises,
        a_loss_of_nothing,
        what_a_model_counts,
        a_model_that_is_not_training,
    ),
}
