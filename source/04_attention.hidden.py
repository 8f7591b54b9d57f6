"""Hidden cases of section 04, by test."""

import torch

from nlplab import check as make
from nlplab.checks.attention import (
    READY,
    WHOLE,
    asked,
    asked_far_apart,
    cut,
    decoder,
    far_apart,
    heads,
    heads_weights,
    joined,
    looked_back,
    mixed,
    model,
    scored,
    vectors,
)
from nlplab.checks.edges import OF_ANY_AXES, drawn, ids, settled

# --- luong_scores ---


def more_steps_than_tokens(look, luong_scores):
    """Four steps over a source of 2 tokens."""
    look.call(luong_scores, *scored(tgt=4, src=2, hidden=3, start=301))


def large_states(look, luong_scores):
    """States of up to 200."""
    states, memory, weight_a = scored(tgt=2, src=3, hidden=4, start=331)
    look.call(luong_scores, 200 * states, memory, weight_a)


def one_token_and_one_step(look, luong_scores):
    """One score, of states of one number."""
    look.call(luong_scores, *scored(tgt=1, src=1, hidden=1, start=361))


def single_steps_of_a_batch(look, luong_scores):
    """Three sentences, one step of each."""
    look.call(luong_scores, *scored(3, tgt=1, src=4, hidden=2, start=391))


def one_score_as_a_batch(look, luong_scores):
    """One step over one token, as a batch of one."""
    look.call(luong_scores, *scored(1, tgt=1, src=1, hidden=3, start=421))


def what_scores_of_a_batch_teach(look, luong_scores):
    """The gradients of a batch."""
    look.gradients(luong_scores, *scored(3, tgt=2, src=4, hidden=2, start=451))


def scores_of_eight_bytes(look, luong_scores):
    """Numbers of float64, up to 40 each: scores are far beyond a thousand."""
    look.call(luong_scores, *[40 * value.double() for value in scored(tgt=2, src=3, hidden=2)])


def scores_by_another_matrix(look, luong_scores):
    """The same states and memory, and another matrix."""
    states, memory, weight_a = scored(tgt=2, src=3, hidden=2, start=471)
    for matrix in (weight_a, 2 * weight_a.T):
        look.call(luong_scores, states, memory, matrix)


def any_scores(look, luong_scores, *batch, start, **sizes):
    """Scores of these sizes."""
    look.call(luong_scores, *scored(*batch, start=start, **sizes))


# --- attention_weights ---


def padding_with_high_scores(look, attention_weights):
    """Padding would draw every look, by 30 and by 300."""
    scores, mask = 3 * make.numbers(2, 7, start=500), torch.arange(7) < 4
    look.call(attention_weights, scores + torch.tensor([[30.0], [300.0]]) * ~mask, mask)


def very_large_scores(look, attention_weights):
    """Scores around 30,000, around -30,000 and around 0, the last with padding at 30,000."""
    scores = far_apart(make.numbers(3, 5, start=530), 30_000, hidden=3)
    look.call(attention_weights, scores, torch.tensor([True, True, True, False, True]))


def exactly_nothing(look, attention_weights):
    """Scores close together: what padding gets is 0, and not next to nothing."""
    mask = torch.tensor([True, False, True, False])
    found = look.call(attention_weights, make.numbers(2, 4, start=545), mask)
    look.note("weights above 0", found != 0 if isinstance(found, torch.Tensor) else None)


def one_place(look, attention_weights):
    """One place that is a token, and one step."""
    look.call(attention_weights, torch.tensor([[-2.0]]), torch.tensor([True]))


def a_mask_for_each_sentence(look, attention_weights):
    """Three sentences, with padding at the end, at the beginning and inside."""
    mask = torch.tensor([[True, True, False, False, False], [False, True, True, True, True]])
    mask = torch.cat([mask, torch.tensor([[True, False, True, True, False]])])
    look.call(attention_weights, 2 * make.numbers(3, 2, 5, start=560), mask)


def single_steps_over_one_place(look, attention_weights):
    """Two sentences of one token, one step of each."""
    look.call(attention_weights, make.numbers(2, 1, 1, start=590), torch.tensor([[True], [True]]))


def all_of_a_batch_is_empty(look, attention_weights):
    """Two sentences of padding alone."""
    mask = torch.tensor([[False, False, False, False], [False, False, False, False]])
    look.call(attention_weights, make.numbers(2, 3, 4, start=620), mask)


def the_last_is_empty(look, attention_weights):
    """The last of three sentences is padding alone, and scores are large."""
    mask = torch.tensor([[True, False], [True, True], [False, False]])
    look.call(attention_weights, 200 + make.numbers(3, 1, 2, start=650), mask)


def weights_of_eight_bytes(look, attention_weights):
    """Scores of float64."""
    mask = torch.tensor([True, False, True])
    look.call(attention_weights, make.numbers(2, 3, start=660).double(), mask)


def any_weights(look, attention_weights, *batch, tgt, src, start):
    """Scores of these sizes; ids of 0 are padding."""
    mask = ids(4, start, *batch, src) != 0
    look.call(attention_weights, 3 * make.numbers(*batch, tgt, src, start=start), mask)


# --- context_vectors ---


def one_token(look, context_vectors):
    """Two steps over one source token, one of which looks at nothing."""
    look.call(context_vectors, torch.tensor([[1.0], [0.0]]), make.numbers(1, 3, start=700))


def large_memories(look, context_vectors):
    """A memory of up to 200."""
    weights, memory = mixed(tgt=3, src=4, hidden=2, start=730)
    look.call(context_vectors, weights, 200 * memory)


def single_steps_with_contexts(look, context_vectors):
    """Three sentences, one step of each."""
    look.call(context_vectors, *mixed(3, tgt=1, src=5, hidden=2, start=760))


def a_row_with_nothing(look, context_vectors):
    """One of the sentences of a batch has weights of 0 throughout."""
    weights, memory = mixed(3, tgt=2, src=4, hidden=5, start=790)
    look.call(context_vectors, weights * torch.tensor([1.0, 0.0, 1.0]).view(3, 1, 1), memory)


def what_contexts_of_a_batch_teach(look, context_vectors):
    """The gradients of a batch."""
    look.gradients(context_vectors, *mixed(2, tgt=3, src=2, hidden=4, start=820))


def small_shares(look, context_vectors):
    """Shares of a thousandth and less, of rows that are large."""
    weights = torch.tensor([[0.9989, 0.001, 0.0001], [0.00002, 0.00098, 0.999]])
    memory = torch.tensor([1.0, 2e3, 3e4]).unsqueeze(-1) * (2 + make.numbers(3, 4, start=870))
    look.call(context_vectors, weights, memory)


def many_source_tokens(look, context_vectors):
    """Twenty source tokens."""
    look.call(context_vectors, *mixed(tgt=2, src=20, hidden=3, start=850))


def contexts_of_eight_bytes(look, context_vectors):
    """Numbers of float64."""
    look.call(context_vectors, *[value.double() for value in mixed(tgt=2, src=3, hidden=2)])


def any_contexts(look, context_vectors, *batch, start, **sizes):
    """Weights and memories of these sizes."""
    look.call(context_vectors, *mixed(*batch, start=start, **sizes))


# --- attentional_states ---


def more_steps_joined(look, attentional_states):
    """Five steps, states of 2 numbers."""
    look.call(attentional_states, *joined(tgt=5, hidden=2, start=900))


def large_states_joined(look, attentional_states):
    """So large that tanh is at its ends."""
    states, context, weight_c = joined(tgt=2, hidden=3, start=930)
    look.call(attentional_states, 200 * states, 200 * context, weight_c)


def single_steps_joined(look, attentional_states):
    """Three sentences, one step of each."""
    look.call(attentional_states, *joined(3, tgt=1, hidden=4, start=960))


def one_number_joined(look, attentional_states):
    """One step of one number, as a batch of one."""
    look.call(attentional_states, *joined(1, tgt=1, hidden=1, start=990))


def what_joining_a_batch_teaches(look, attentional_states):
    """The gradients of a batch."""
    look.gradients(attentional_states, *joined(2, tgt=3, hidden=4, start=1020))


def nothing_to_join(look, attentional_states):
    """A step whose context is zeros, beside one whose context is not."""
    states, context, weight_c = joined(tgt=2, hidden=3, start=1050)
    context[0] = 0
    look.call(attentional_states, states, context, weight_c)


def joined_of_eight_bytes(look, attentional_states):
    """Numbers of float64."""
    look.call(attentional_states, *[value.double() for value in joined(tgt=2, hidden=3)])


def very_long_vectors(look, attentional_states):
    """States of hundreds, multiplied by hundredths: tanh is not at its ends."""
    states, context, weight_c = joined(tgt=2, hidden=3, start=1060)
    look.call(attentional_states, 300 * states, 300 * context, weight_c / 400)


def any_states(look, attentional_states, *batch, start, **sizes):
    """States and contexts of these sizes."""
    look.call(attentional_states, *joined(*batch, start=start, **sizes))


# --- AttentionDecoder ---


def one_place_to_see(look, kind):
    """Four tokens over a source of which one place is left."""
    mask = torch.tensor([False, True, False])
    args = looked_back(src=3, hidden=5, start=1100)
    look.call(decoder(look, kind, 9, 3, 5), torch.tensor([2, 0, 8, 8]), *args, mask)


def a_large_state(look, kind):
    """A state of up to 400, and a memory of one row."""
    (h, c), memory = looked_back(src=1, hidden=3, start=1130)
    state, mask = (200 * h, 200 * c), torch.tensor([True])
    look.call(decoder(look, kind, 6, 4, 3), torch.tensor([5, 0]), state, memory, mask)


def single_steps_with_masks(look, kind):
    """Four sentences, one token of each, each with a mask of its own."""
    mask = torch.eye(4, 5).bool() | (torch.arange(5) == 4)
    ids, args = torch.tensor([[4], [0], [2], [2]]), looked_back(4, src=5, hidden=3, start=1160)
    look.call(decoder(look, kind, 5, 2, 3), ids, *args, mask)


def nothing_to_look_at(look, kind):
    """One of two sentences is padding alone."""
    mask = torch.tensor([[True, False, True], [False, False, False]])
    args = looked_back(2, src=3, hidden=4, start=1175)
    look.call(decoder(look, kind, 5, 2, 4), torch.tensor([[2, 4], [2, 0]]), *args, mask)


def one_token_as_a_batch(look, kind):
    """One token over one, as a batch of one."""
    args = looked_back(1, src=1, hidden=2, start=1190)
    look.call(decoder(look, kind, 4, 3, 2), torch.tensor([[3]]), *args, torch.tensor([[True]]))


def what_a_batch_teaches_the_decoder(look, kind):
    """The gradients of a batch, in the weights and at what came in, which remain after training."""
    made = settled(look, decoder(look, kind, 4, 2, 3))
    mask = torch.tensor([[True, True], [True, False]])
    ids, args = torch.tensor([[2, 1, 3], [2, 0, 0]]), looked_back(2, src=2, hidden=3, start=1220)
    look.gradients(made, ids, *args, mask, of=made)
    look.gradients(made, ids, *args, mask)


def any_steps(look, kind, *batch, tgt, src, embedding, hidden, start):
    """Steps of these sizes; the first place of each source is no padding."""
    mask = ids(3, start, *batch, src) != 0
    mask[..., 0] = True
    made = decoder(look, kind, 6, embedding, hidden)
    args = looked_back(*batch, src=src, hidden=hidden, start=start)
    look.call(made, ids(6, start, *batch, tgt), *args, mask)


# --- AttentionSeq2Seq ---


def one_token_to_four(look, kind):
    """A source of one token, and a target with padding in it."""
    look.call(model(look, kind, 9, 10, 3), torch.tensor([5]), torch.tensor([2, 6, 0, 1]))


def padding_first(look, kind):
    """Padding before the sentence, inside it and after it."""
    source = torch.tensor([0, 2, 5, 0, 0, 3, 0])
    look.call(model(look, kind, 6, 7, 4), source, torch.tensor([2, 3, 6]))


def single_pairs(look, kind):
    """Three pairs of one target token each."""
    source, target = torch.tensor([[4, 0], [1, 3], [0, 3]]), torch.tensor([[1], [2], [0]])
    look.call(model(look, kind, 5, 3, 4), source, target)


def a_padded_batch(look, kind):
    """Both sides are filled up, and no two sentences alike."""
    source = torch.tensor([[2, 5, 4, 1, 3], [2, 4, 3, 0, 0], [2, 0, 1, 3, 0]])
    look.call(model(look, kind, 6, 5, 2), source, torch.tensor([[2, 4], [2, 0], [2, 1]]))


def what_a_batch_teaches_the_model(look, kind):
    """The gradients of a batch, which remain after training."""
    made = settled(look, model(look, kind, 5, 6, 2))
    source, target = torch.tensor([[2, 4, 3], [1, 3, 0]]), torch.tensor([[2, 5], [2, 4]])
    look.gradients(made, source, target, of=made)


def a_source_of_padding(look, kind):
    """Nothing is to be seen of a source that is padding alone."""
    look.call(model(look, kind, 5, 4, 3), torch.tensor([0, 0, 0]), torch.tensor([2, 1]))


def any_pairs(look, kind, *batch, src, tgt, hidden, start):
    """Pairs of these sizes; the first token of each source is no padding."""
    source = ids(7, start, *batch, src)
    source[..., 0] = 2
    look.call(model(look, kind, 7, 5, hidden), source, ids(5, start + 1, *batch, tgt))


# --- scaled_dot_product ---


def one_query_of_each_sentence(look, scaled_dot_product):
    """Two sentences, one query of each."""
    args = asked(2, tgt=1, src=4, size=6, value=3, start=1300)
    look.call(scaled_dot_product, *args, banned=READY)


def sizes_of_one(look, scaled_dot_product):
    """Three queries over one key of one number."""
    args = asked(tgt=3, src=1, size=1, value=2, start=1330)
    look.call(scaled_dot_product, *args, banned=READY)


def more_queries_than_keys(look, scaled_dot_product):
    """Five queries over two keys, with values of up to 200."""
    query, key, value = asked(tgt=5, src=2, size=3, value=4, start=1360)
    look.call(scaled_dot_product, query, key, 100 * value, banned=READY)


def queries_of_eight_bytes(look, scaled_dot_product):
    """Numbers of float64."""
    args = asked(tgt=2, src=3, size=4, value=2, start=1370)
    look.call(scaled_dot_product, *[value.double() for value in args], banned=READY)


def very_large_products(look, scaled_dot_product):
    """Scores around 30,000, around -30,000 and 0, the last with a masked key at 30,000."""
    mask = torch.tensor([[True, False, True, True, True]]).repeat(3, 1)
    args = asked_far_apart(5, 3, 30_000, start=1390)
    look.call(scaled_dot_product, *args, mask, banned=READY)


def a_batch_with_rows_of_nothing(look, scaled_dot_product):
    """A mask that leaves nothing to the first query, in a batch of three."""
    mask = torch.tensor([[False] * 4, [True, False, False, True]])
    args = asked(3, tgt=2, src=4, size=5, value=1, start=1420)
    look.call(scaled_dot_product, *args, mask, banned=READY)


def one_masked_query_as_a_batch(look, scaled_dot_product):
    """One query of one sentence, which may not see all."""
    args, mask = asked(1, tgt=1, src=3, size=2, value=4, start=1480), torch.tensor([[1, 0, 1]])
    look.call(scaled_dot_product, *args, mask.bool(), banned=READY)


def what_a_mask_leaves_to_learn(look, scaled_dot_product):
    """The gradients where one key is masked."""
    mask = torch.tensor([[True, True, False], [False, True, True]])
    look.gradients(scaled_dot_product, *asked(tgt=2, src=3, size=4, value=2, start=1450), mask)


def nothing_to_see(look, scaled_dot_product):
    """A mask that leaves nothing to any query."""
    args, mask = asked(2, tgt=2, src=3, size=4, value=3, start=1500), torch.zeros(2, 3).bool()
    look.call(scaled_dot_product, *args, mask, banned=READY)


def any_queries(look, scaled_dot_product, *batch, tgt, src, size, value, start):
    """Queries, keys and values of these sizes, of which some are masked."""
    mask = ids(4, start, tgt, src) != 0
    args = asked(*batch, tgt=tgt, src=src, size=size, value=value, start=start)
    look.call(scaled_dot_product, *args, mask, banned=READY)


# --- causal_mask ---


def one_alone(look, causal_mask):
    """A token sees itself."""
    look.call(causal_mask, 1)


def two_tokens(look, causal_mask):
    """Two tokens."""
    look.call(causal_mask, 2)


def twelve_tokens(look, causal_mask):
    """More tokens than in any example."""
    look.call(causal_mask, 12)


def more_tokens_still(look, causal_mask):
    """So many that only the tokens are counted which each sees."""
    look.call(causal_mask, 1100, through="sums")


# --- MultiHeadAttention ---


def one_head(look, kind):
    """A single head of 3 numbers."""
    look.call(heads(look, kind, 3, 1), *vectors((2, 3), (4, 3), start=1500), banned=WHOLE)


def four_heads(look, kind):
    """Four heads of 2 numbers, as many queries as rows of memory."""
    look.call(heads(look, kind, 8, 4), *vectors((3, 8), (3, 8), start=1530), banned=WHOLE)


def heads_of_one_number(look, kind):
    """As many heads as numbers, in a batch of two."""
    look.call(heads(look, kind, 3, 3), *vectors((2, 4, 3), (2, 1, 3), start=1560), banned=WHOLE)


def two_heads_of_a_batch(look, kind):
    """Two heads of 3 numbers, four sentences."""
    look.call(heads(look, kind, 6, 2), *vectors((4, 1, 6), (4, 3, 6), start=1590), banned=WHOLE)


def heads_of_eight_bytes(look, kind):
    """A module and vectors of float64, before and after its weights have changed."""
    made = look.build(look.get(heads(look, kind, 4, 2), "double"))
    args = [value.double() for value in vectors((2, 4), (3, 4), start=1600)]
    look.call(made, *args)
    look.refuses(look.get(made, "load_state_dict"), heads_weights(4, scale=2))
    look.call(made, *args)


def what_a_batch_teaches_the_heads(look, kind):
    """The gradients of a batch, in the layers and at what came in, which remain after training."""
    made, args = settled(look, heads(look, kind, 4, 2)), vectors((2, 1, 4), (2, 3, 4), start=1620)
    look.gradients(made, *args, of=made)
    look.gradients(made, *args)


def not_ahead(look, kind):
    """Words that look at one another, none of them ahead, in a batch of two."""
    mask, [words] = torch.arange(3) <= torch.arange(3).unsqueeze(1), vectors((2, 3, 6), start=1650)
    look.call(heads(look, kind, 6, 3), words, words, mask, banned=WHOLE)


def one_row_to_see(look, kind):
    """Each of two queries may see one row."""
    mask, args = torch.tensor([[False, True, False], [True, False, False]]), vectors((2, 4), (3, 4))
    look.call(heads(look, kind, 4, 2), *args, mask, banned=WHOLE)


def any_heads(look, kind, *batch, tgt, src, number, size, start):
    """Heads of these sizes."""
    hidden = number * size
    args = vectors((*batch, tgt, hidden), (*batch, src, hidden), start=start)
    look.call(heads(look, kind, hidden, number), *args, banned=WHOLE)


# --- padded_attention ---


def sentences_that_look_at_themselves(look, padded_attention):
    """As many queries as tokens, in as many heads as sentences, each padded elsewhere."""
    mask = [[False, True, True], [True, False, True], [True, True, False]]
    args = cut(3, 3, tgt=3, src=3, size=3, start=1700)
    look.call(padded_attention, *args, torch.tensor(mask))


def more_heads_than_sentences(look, padded_attention):
    """Four heads, two sentences, of which the first is padded in front."""
    mask = torch.tensor([[False, False, True], [True, True, True]])
    look.call(padded_attention, *cut(2, 4, tgt=1, src=3, size=2, start=1730), mask)


def one_head_of_each_sentence(look, padded_attention):
    """One head, three sentences, with a single real token in one."""
    mask = [[True, True, False, False, True], [False, False, False, True, False], [True] * 5]
    look.call(padded_attention, *cut(3, 1, tgt=2, src=5, size=4, start=1760), torch.tensor(mask))


def padding_that_scores_high(look, padded_attention):
    """Scores of hundreds, and padding that every query fits best."""
    query, key, value = cut(2, 2, tgt=2, src=3, size=4, start=1790)
    mask = torch.tensor([[True, True, False], [False, True, True]])
    key = torch.where(mask[:, None, :, None], key, 60 * query[:, :, :1])
    look.call(padded_attention, 10 * query, key, value, mask)


def one_token_of_one_sentence(look, padded_attention):
    """A single token, in two heads of one number."""
    args = cut(1, 2, tgt=1, src=1, size=1, start=1820)
    look.call(padded_attention, *args, torch.tensor([[True]]))


def what_a_padded_batch_teaches(look, padded_attention):
    """The gradients at queries, keys and values, which padding does not get."""
    mask = torch.tensor([[True, True, False], [True, False, False]])
    look.gradients(padded_attention, *cut(2, 2, tgt=2, src=3, size=2, start=1850), mask)


def any_padded(look, padded_attention, batch, *, number, tgt, src, size, start):
    """Heads, queries, tokens and sizes of any number; the first token of each is real."""
    mask = ids(2, start, batch, src) != 0
    mask[:, 0] = True
    args = cut(batch, number, tgt=tgt, src=src, size=size, start=start)
    look.call(padded_attention, *args, mask)


CASES = {
    "luong_scores-1": (
        more_steps_than_tokens,
        large_states,
        one_token_and_one_step,
        scores_of_eight_bytes,
        scores_by_another_matrix,
    ),
    "luong_scores-2": (
        single_steps_of_a_batch,
        one_score_as_a_batch,
        what_scores_of_a_batch_teach,
        *drawn(any_scores, "tgt", "src", "hidden", seed=2, batches=OF_ANY_AXES),
    ),
    "attention_weights-1": (
        padding_with_high_scores,
        very_large_scores,
        exactly_nothing,
        one_place,
        weights_of_eight_bytes,
    ),
    "attention_weights-2": (
        a_mask_for_each_sentence,
        single_steps_over_one_place,
        *drawn(any_weights, "tgt", "src", seed=3, batches=OF_ANY_AXES),
    ),
    "attention_weights-3": (all_of_a_batch_is_empty, the_last_is_empty),
    "context_vectors-1": (
        one_token,
        large_memories,
        single_steps_with_contexts,
        a_row_with_nothing,
        what_contexts_of_a_batch_teach,
        many_source_tokens,
        small_shares,
        *drawn(any_contexts, "tgt", "src", "hidden", seed=4, batches=OF_ANY_AXES),
        contexts_of_eight_bytes,
    ),
    "attentional_states-1": (
        more_steps_joined,
        large_states_joined,
        single_steps_joined,
        one_number_joined,
        what_joining_a_batch_teaches,
        nothing_to_join,
        *drawn(any_states, "tgt", "hidden", seed=5, batches=OF_ANY_AXES),
        joined_of_eight_bytes,
        very_long_vectors,
    ),
    "attention_decoder-1": (one_place_to_see, a_large_state),
    "attention_decoder-2": (
        single_steps_with_masks,
        nothing_to_look_at,
        one_token_as_a_batch,
        what_a_batch_teaches_the_decoder,
        *drawn(any_steps, "tgt", "src", "embedding", "hidden", seed=6),
    ),
    "attention_seq2seq-1": (one_token_to_four, padding_first),
    "attention_seq2seq-2": (
        single_pairs,
        a_padded_batch,
        what_a_batch_teaches_the_model,
        a_source_of_padding,
        *drawn(any_pairs, "src", "tgt", "hidden", seed=7),
    ),
    "scaled_dot_product-1": (
        one_query_of_each_sentence,
        sizes_of_one,
        more_queries_than_keys,
        queries_of_eight_bytes,
    ),
    "scaled_dot_product-2": (
        very_large_products,
        a_batch_with_rows_of_nothing,
        one_masked_query_as_a_batch,
        what_a_mask_leaves_to_learn,
        nothing_to_see,
        *drawn(any_queries, "tgt", "src", "size", "value", seed=8, batches=OF_ANY_AXES),
    ),
    "causal_mask-1": (one_alone, two_tokens, twelve_tokens, more_tokens_still),
    "multi_head_attention-1": (
        one_head,
        four_heads,
        heads_of_eight_bytes,
    ),
    "multi_head_attention-2": (
        heads_of_one_number,
        two_heads_of_a_batch,
        what_a_batch_teaches_the_heads,
        *drawn(any_heads, "tgt", "src", "number", "size", seed=9, batches=OF_ANY_AXES),
    ),
    "multi_head_attention-3": (not_ahead, one_row_to_see),
    "padded_attention-1": (
        sentences_that_look_at_themselves,
        more_heads_than_sentences,
        one_head_of_each_sentence,
        padding_that_scores_high,
        one_token_of_one_sentence,
        what_a_padded_batch_teaches,
        *drawn(any_padded, "number", "tgt", "src", "size", seed=10, batches=[(1,), (2,), (3,)]),
    ),
}
