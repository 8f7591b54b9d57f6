"""Hidden cases of section 07, by test."""

import torch

from nlplab import check as make
from nlplab.checks.edges import OF_ANY_AXES, drawn, ids, settled
from nlplab.checks.transformer import (
    HERE,
    NORMS,
    embedded,
    framed,
    kept,
    reading,
    to_norm,
    vectors,
    whole,
    writing,
)


def earlier(size):
    """A mask that lets each of `size` tokens see itself and those before it."""
    return torch.ones(size, size).tril().bool()


# --- sinusoids ---


def nine_places(look, sinusoids):
    """More positions than numbers in each."""
    look.call(sinusoids, 9, 4)


def more_numbers_than_places(look, sinusoids):
    """Three positions of 14 numbers."""
    look.call(sinusoids, 3, 14)


def many_places(look, sinusoids):
    """Fifty positions, which a fast wave goes round many times."""
    look.call(sinusoids, 50, 6)


def thousands_of_places(look, sinusoids):
    """The last of some three hundred positions, and of some thousands."""
    for length in (303, 2628):
        look.call(look.build(f"{HERE}.far_out", sinusoids), length, 4)


def one_of_two(look, sinusoids):
    """One position of 2 numbers."""
    look.call(sinusoids, 1, 2)


def as_many_as_numbers(look, sinusoids):
    """As many positions as numbers."""
    look.call(sinusoids, 8, 8)


def any_places(look, sinusoids, length, half, start):
    """So many positions and numbers."""
    look.call(sinusoids, length, 2 * half)


# --- Embed ---


def the_same_id_again(look, kind):
    """One id three times: only its places differ."""
    look.call(embedded(look, kind, 4, 6, 5), torch.tensor([3, 3, 3]))


def zeros_and_the_last(look, kind):
    """Ids 0 and the last, in a batch."""
    look.call(embedded(look, kind, 9, 4, 3), torch.tensor([[0, 8], [8, 0], [0, 0]]))


def what_a_batch_teaches_the_table(look, kind):
    """The gradient at the table after training."""
    made = settled(look, embedded(look, kind, 6, 5, 2))
    look.gradients(made, torch.tensor([[2, 0, 5], [2, 2, 1]]), of=made)


def any_ids(look, kind, *batch, token, hidden, start):
    """Ids of these sizes, which are as many as positions."""
    look.call(embedded(look, kind, 7, token, hidden), ids(7, start, *batch, token))


def a_single_one_further_on(look, kind):
    """One id of each of three sentences, at position 4."""
    look.call(embedded(look, kind, 6, 9, 3), torch.tensor([[1], [5], [0]]), 4)


def twice_in_a_row(look, kind):
    """The same two ids, three times in a row."""
    made = embedded(look, kind, 5, 6, 4)
    for first in (0, 3, 0):
        look.call(made, torch.tensor([4, 1]), first)


def the_last_place(look, kind):
    """One id at the last position."""
    look.call(embedded(look, kind, 5, 6, 2), torch.tensor([4]), 5)


def a_batch_up_to_the_last(look, kind):
    """Four sentences of 2 ids, up to the last of 3 positions."""
    look.call(embedded(look, kind, 6, 3, 4), torch.tensor([[1, 2], [3, 4], [5, 0], [0, 1]]), 1)


def one_behind_the_last(look, kind):
    """One id behind the last position."""
    look.refuses(embedded(look, kind, 5, 4, 2), torch.tensor([2]), 4)


def a_batch_too_long(look, kind):
    """Two sentences of 3 ids, from position 3 of 5."""
    look.refuses(embedded(look, kind, 5, 5, 2), torch.tensor([[2, 1, 0], [2, 4, 3]]), 3)


def further_on(look, kind, *batch, token, hidden, start):
    """Ids of these sizes, from position 2 on."""
    look.call(embedded(look, kind, 7, token + 4, hidden), ids(7, start, *batch, token), 2)


# --- layer_norm ---


def large_vectors(look, layer_norm):
    """Numbers of up to 800."""
    x, weight, bias = to_norm(2, 5, start=101)
    look.call(layer_norm, 200 * x, weight, bias, banned=NORMS)


def vectors_of_one_number(look, layer_norm):
    """Vectors of one number, which is all of their mean."""
    look.call(layer_norm, *to_norm(3, 1, start=131), banned=NORMS)


def far_from_zero(look, layer_norm):
    """Whole numbers about 3,000, of which squares leave little of their differences."""
    x = 3000 + torch.tensor([[1.0, -2.0, 4.0, -3.0], [0.0, 5.0, -1.0, -4.0]])
    look.call(layer_norm, x, *to_norm(2, 4, start=151)[1:], banned=NORMS)


def single_vectors_of_a_batch(look, layer_norm):
    """One vector of each of four sentences."""
    look.call(layer_norm, *to_norm(4, 1, 3, start=161), banned=NORMS)


def any_vectors(look, layer_norm, *batch, token, hidden, start):
    """Vectors of these sizes."""
    look.call(layer_norm, *to_norm(*batch, token, hidden, start=start), banned=NORMS)


def a_large_epsilon(look, layer_norm):
    """An epsilon of 3, in a batch."""
    look.call(layer_norm, *to_norm(2, 2, 5, start=191), 3.0, banned=NORMS)


def zeros(look, layer_norm):
    """A vector of zeros beside one that is none."""
    x, weight, bias = to_norm(2, 4, start=221)
    look.call(layer_norm, x * torch.tensor([[0.0], [1.0]]), weight, bias, banned=NORMS)


def next_to_nothing(look, layer_norm):
    """A batch of numbers so small that epsilon is nearly all."""
    x, weight, bias = to_norm(2, 2, 3, start=251)
    look.call(layer_norm, (x - 1) / 2000, weight, bias, banned=NORMS)


def what_a_batch_teaches_the_norm(look, layer_norm):
    """The gradients of a batch."""
    look.gradients(layer_norm, *to_norm(2, 3, 4, start=281))


# --- EncoderBlock ---


def one_head(look, kind):
    """One head, five tokens."""
    look.call(reading(look, kind, 5, 1, 3), *vectors((5, 5), start=301))


def heads_of_one_number(look, kind):
    """As many heads as numbers, another activation."""
    made = reading(look, kind, 3, 3, 4, look.build("torch.nn.SiLU"))
    look.call(made, *vectors((2, 3), start=331))


def without_a_mask(look, kind):
    """A batch of two, with no mask."""
    look.call(reading(look, kind, 6, 2, 5), *vectors((2, 3, 6), start=361))


def padding_in_front(look, kind):
    """Padding before and inside of sentences."""
    mask = torch.tensor([[[False, True, True, True]], [[True, False, False, True]]])
    look.call(reading(look, kind, 4, 2, 5), *vectors((2, 4, 4), start=391), mask)


def each_its_own(look, kind):
    """A mask of its own for every token of every sentence."""
    mask = ids(3, 421, 2, 3, 3) != 0
    mask |= torch.eye(3, dtype=torch.bool)
    look.call(reading(look, kind, 4, 4, 3), *vectors((2, 3, 4), start=421), mask)


def what_a_batch_teaches_the_block(look, kind):
    """The gradients of a batch with padding, after training."""
    made = settled(look, reading(look, kind, 4, 2, 5))
    args = [*vectors((2, 3, 4), start=451), torch.tensor([[[True, True, False]], [[True] * 3]])]
    look.gradients(made, *args, of=made)
    look.gradients(made, *args)


def any_block(look, kind, *batch, token, heads, size, wide, start):
    """Blocks of these sizes, in which no token looks ahead."""
    made = reading(look, kind, heads * size, heads, wide)
    look.call(made, *vectors((*batch, token, heads * size), start=start), earlier(token))


# --- DecoderBlock ---


def more_written_than_read(look, kind):
    """Five tokens, a memory of 2 rows."""
    made = writing(look, kind, 4, 2, 3)
    look.call(made, *vectors((5, 4), (2, 4), start=501), earlier(5), torch.ones(1, 2).bool())


def one_row_to_see(look, kind):
    """Three tokens, a memory of 3 rows, one of which may be seen."""
    mask = torch.tensor([[False, True, False]])
    look.call(writing(look, kind, 6, 3, 4), *vectors((3, 6), (3, 6), start=531), earlier(3), mask)


def a_row_of_memory(look, kind):
    """Two tokens, a memory of one row, one head."""
    made = writing(look, kind, 3, 1, 5)
    look.call(made, *vectors((2, 3), (1, 3), start=561), earlier(2), torch.ones(1, 1).bool())


def what_a_batch_teaches_the_decoder_block(look, kind):
    """The gradients of a batch with padding, after training."""
    made = settled(look, writing(look, kind, 4, 2, 3))
    mask = torch.tensor([[[True, True, False]], [[True, False, True]]])
    args = [*vectors((2, 2, 4), (2, 3, 4), start=591), earlier(2), mask]
    look.gradients(made, *args, of=made)
    look.gradients(made, *args)


def own_masks_of_a_batch(look, kind):
    """Masks of their own for what each sentence has written, one of which looks ahead."""
    ahead = torch.tensor([[True, False, True], [False, True, True], [True, True, False]])
    own = torch.stack([earlier(3), ahead])
    made, mask = writing(look, kind, 4, 2, 5), torch.ones(2, 1, 2).bool()
    look.call(made, *vectors((2, 3, 4), (2, 2, 4), start=621), own, mask)


def any_decoder_block(look, kind, *batch, tgt, src, heads, size, start):
    """Blocks of these sizes; the first row of each memory is no padding."""
    mask = ids(3, start, *batch, 1, src) != 0
    mask[..., 0] = True
    made = writing(look, kind, heads * size, heads, 3)
    hidden = heads * size
    args = vectors((*batch, tgt, hidden), (*batch, src, hidden), start=start)
    look.call(made, *args, earlier(tgt), mask)


# --- Transformer ---


def one_id_to_read(look, kind):
    """`encode` of one id."""
    look.call(look.get(whole(look, kind, 6, 5, 2), "encode"), torch.tensor([4]))


def padding_first(look, kind):
    """`encode` of padding before, inside and behind."""
    read = torch.tensor([0, 2, 5, 0, 3, 0])
    look.call(look.get(whole(look, kind, 7, 5, 3), "encode"), read)


def another_padding_to_read(look, kind):
    """`encode` where 3 is the id of padding, in a batch."""
    read = torch.tensor([[2, 3, 0, 1], [0, 4, 3, 3]])
    look.call(look.get(whole(look, kind, 5, 4, 3, 3), "encode"), read)


def one_id_to_write(look, kind):
    """`decode` of one id over a memory of one row."""
    made = look.get(whole(look, kind, 5, 7, 3), "decode")
    look.call(made, torch.tensor([2]), make.numbers(1, 3, start=11), torch.ones(1, 1).bool())


def a_batch_to_write(look, kind):
    """`decode` of two sentences, each with a mask of its own for its memory."""
    mask = torch.tensor([[[True, False, True]], [[False, True, True]]])
    made, memory = look.get(whole(look, kind, 5, 6, 4), "decode"), make.numbers(2, 3, 4, start=23)
    look.call(made, torch.tensor([[2, 0, 5, 1], [2, 4, 0, 0]]), memory, mask)


def another_mask(look, kind):
    """`decode` of a model with another `target_mask`: each token sees itself alone."""
    made = look.build(f"{HERE}.alone", whole(look, kind, 5, 6, 3))
    mask = torch.tensor([[True, True, False]])
    memory = make.numbers(3, 3, start=47)
    look.call(look.get(made, "decode"), torch.tensor([2, 5, 1, 4]), memory, mask)


def logits_of_a_batch(look, kind):
    """`logits` of a batch of large vectors."""
    x = 200 * make.numbers(2, 1, 3, start=37)
    look.call(look.get(whole(look, kind, 4, 5, 3), "logits"), x)


def one_pair_as_a_batch(look, kind):
    """One pair, as a batch."""
    source, target = torch.tensor([[2, 4, 0]]), torch.tensor([[2, 5]])
    look.call(whole(look, kind, 5, 6, 3), source, target)


def what_a_batch_teaches_the_model(look, kind):
    """The gradients of a batch, after training."""
    made = settled(look, whole(look, kind, 5, 6, 2))
    source, target = torch.tensor([[2, 4, 3], [1, 3, 0]]), torch.tensor([[2, 5], [2, 4]])
    look.gradients(made, source, target, of=made)


def any_pairs(look, kind, *batch, src, tgt, hidden, start):
    """Pairs of these sizes; the first token of each source is no padding."""
    source = ids(7, start, *batch, src)
    source[..., 0] = 2
    look.call(whole(look, kind, 7, 5, hidden), source, ids(5, start + 1, *batch, tgt))


# --- count_by_part ---


def of_the_notebook(look, count_by_part):
    """Sizes near those of the notebook."""
    look.call(count_by_part, 753, 281, 64, 172, 2)


def of_one_word(look, count_by_part):
    """All sizes 1."""
    look.call(count_by_part, 1, 1, 1, 1, 1)


def of_no_block(look, count_by_part):
    """No blocks."""
    look.call(count_by_part, 5, 9, 3, 4, 0)


def of_the_paper(look, count_by_part):
    """Sizes of the paper of 2017."""
    look.call(count_by_part, 37_000, 36_000, 512, 2048, 6)


# --- marian_name ---

INSIDE = [
    *(f"attention.{part}" for part in ("to_query", "to_key", "to_value", "output")),
    *("attention_norm", "feed_forward.0", "feed_forward.2", "feed_forward_norm"),
]


def all_of_the_encoder(look, marian_name):
    """Every name in a block of the encoder."""
    for name in INSIDE:
        look.call(marian_name, f"encoder.1.{name}.bias")


def all_of_the_decoder(look, marian_name):
    """Every name in a block of the decoder."""
    cross = [f"cross_{name}" for name in INSIDE if name.startswith("attention")]
    for name in (*INSIDE, *cross):
        look.call(marian_name, f"decoder.0.{name}.weight")


def blocks_of_two_digits(look, marian_name):
    """Blocks whose numbers have 0 and 2 among their digits, and others."""
    for number in (2, 11, 12, 20, 22):
        look.call(marian_name, f"decoder.{number}.feed_forward.2.weight")
        look.call(marian_name, f"encoder.{number}.feed_forward.0.bias")


def tables_again(look, marian_name):
    """What stands outside of blocks."""
    for name in ("bias", "target.table.weight", "source.table.weight"):
        look.call(marian_name, name)


# --- cached_step ---


def one_head_three_blocks(look, cached_step):
    """Three blocks of one head, five tokens written."""
    made, mask = framed(look, 5, 3, 1, 3), torch.ones(1, 2).bool()
    cache, memory = kept(3, 1, 5, 3, start=701), make.numbers(2, 3, start=701)
    look.call(cached_step, made, torch.tensor([0]), cache, memory, mask)


def as_many_written_as_heads(look, cached_step):
    """As many tokens written as there are heads, numbers in each and blocks."""
    made, mask = framed(look, 6, 4, 2, 2), torch.tensor([[False, True, True]])
    cache, memory = kept(2, 2, 2, 2, start=731), make.numbers(3, 4, start=731)
    look.call(cached_step, made, torch.tensor([3]), cache, memory, mask)


def a_batch_of_one_begins(look, cached_step):
    """The first token of one sentence, as a batch."""
    made, mask = framed(look, 4, 4, 2, 1), torch.ones(1, 1, 3).bool()
    cache, memory = kept(1, 1, 2, 0, 2, start=761), make.numbers(1, 3, 4, start=761)
    look.call(cached_step, made, torch.tensor([[2]]), cache, memory, mask)


def any_step(look, cached_step, *batch, past, src, heads, size, start):
    """Steps of these sizes; the first row of each memory is no padding."""
    mask = ids(3, start, *batch, 1, src) != 0
    mask[..., 0] = True
    hidden, memory = heads * size, make.numbers(*batch, src, heads * size, start=start)
    made = framed(look, 5, hidden, heads, 2)
    cache = kept(2, *batch, heads, past, size, start=start)
    look.call(cached_step, made, ids(5, start, *batch, 1), cache, memory, mask)


# --- repaired_mask ---


def one_target(look, repaired_mask):
    """One id."""
    look.call(repaired_mask, torch.tensor([2]))


def padding_behind(look, repaired_mask):
    """Three tokens, then three of padding."""
    look.call(repaired_mask, torch.tensor([2, 8, 3, 0, 0, 0]))


def no_padding_at_all(look, repaired_mask):
    """Five tokens, no padding."""
    look.call(repaired_mask, torch.tensor([2, 6, 6, 4, 3]))


def as_many_sentences_as_tokens(look, repaired_mask):
    """Three sentences of three ids."""
    look.call(repaired_mask, torch.tensor([[2, 0, 3], [2, 5, 0], [2, 4, 3]]))


def zero_is_a_token(look, repaired_mask):
    """A batch where 4 is the id of padding and 0 is none."""
    look.call(repaired_mask, torch.tensor([[0, 0, 4, 1], [0, 4, 4, 0]]), 4)


def one_sentence_as_a_batch(look, repaired_mask):
    """One sentence of two ids, as a batch."""
    look.call(repaired_mask, torch.tensor([[2, 0]]))


CASES = {
    "sinusoids-1": (
        nine_places,
        more_numbers_than_places,
        many_places,
        thousands_of_places,
        *drawn(any_places, "length", "half", seed=2, batches=[()]),
    ),
    "sinusoids-2": (one_of_two, as_many_as_numbers),
    "embed-1": (
        the_same_id_again,
        zeros_and_the_last,
        what_a_batch_teaches_the_table,
        *drawn(any_ids, "token", "hidden", seed=3, batches=OF_ANY_AXES),
    ),
    "embed-2": (
        a_single_one_further_on,
        twice_in_a_row,
        the_last_place,
        a_batch_up_to_the_last,
        one_behind_the_last,
        a_batch_too_long,
        *drawn(further_on, "token", "hidden", seed=4, batches=OF_ANY_AXES),
    ),
    "layer_norm-1": (
        large_vectors,
        vectors_of_one_number,
        far_from_zero,
        single_vectors_of_a_batch,
        *drawn(any_vectors, "token", "hidden", seed=5, batches=OF_ANY_AXES),
    ),
    "layer_norm-2": (a_large_epsilon, zeros, next_to_nothing, what_a_batch_teaches_the_norm),
    "encoder_block-1": (one_head, heads_of_one_number, without_a_mask),
    "encoder_block-2": (
        padding_in_front,
        each_its_own,
        what_a_batch_teaches_the_block,
        *drawn(any_block, "token", "heads", "size", "wide", seed=6, batches=OF_ANY_AXES),
    ),
    "decoder_block-1": (more_written_than_read, one_row_to_see, a_row_of_memory),
    "decoder_block-2": (
        what_a_batch_teaches_the_decoder_block,
        own_masks_of_a_batch,
        *drawn(any_decoder_block, "tgt", "src", "heads", "size", seed=7, batches=OF_ANY_AXES),
    ),
    "transformer-1": (one_id_to_read, padding_first, another_padding_to_read),
    "transformer-2": (one_id_to_write, a_batch_to_write, another_mask, logits_of_a_batch),
    "transformer-3": (
        one_pair_as_a_batch,
        what_a_batch_teaches_the_model,
        *drawn(any_pairs, "src", "tgt", "hidden", seed=8, batches=OF_ANY_AXES),
    ),
    "count_by_part-1": (of_the_notebook, of_one_word, of_no_block, of_the_paper),
    "marian_name-1": (all_of_the_encoder, all_of_the_decoder),
    "marian_name-2": (blocks_of_two_digits, tables_again),
    "cached_step-1": (one_head_three_blocks, as_many_written_as_heads),
    "cached_step-2": (
        a_batch_of_one_begins,
        *drawn(any_step, "past", "src", "heads", "size", seed=9, batches=OF_ANY_AXES),
    ),
    "repaired_mask-1": (one_target, padding_behind, no_padding_at_all),
    "repaired_mask-2": (as_many_sentences_as_tokens, zero_is_a_token, one_sentence_as_a_batch),
}
