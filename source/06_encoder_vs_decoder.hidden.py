"""Hidden cases of section 06, by test."""

import torch

from nlplab import check as make
from nlplab.checks import edges
from nlplab.checks.encoder_vs_decoder import (
    WORDS,
    continued,
    drawn,
    filler,
    restored,
    tokenizer,
    told,
    writer,
)

# --- visible ---


def nothing_but_padding(look, visible):
    """A sentence of padding beside one of a single token."""
    look.call(visible, torch.tensor([[False, False, False], [False, True, False]]), False)


def one_place(look, visible):
    """The shortest sentence, as a batch of one."""
    look.call(visible, torch.tensor([[True]]), False)


def as_many_sentences_as_places(look, visible):
    """A batch of three sentences of three places."""
    rows = [[True, True, False], [False, True, True], [True, False, False]]
    look.call(visible, torch.tensor(rows), False)


def nothing_but_padding_before(look, visible):
    """A sentence of padding, and one that begins with it."""
    look.call(visible, torch.tensor([[False, False], [False, True]]), True)


def one_place_before(look, visible):
    """A single token looks at itself."""
    look.call(visible, torch.tensor([[True]]), True)


def a_long_text(look, visible):
    """Far longer than any example; how many places each sees."""
    look.call(visible, torch.ones(1, 260, dtype=torch.bool), True, through="sums")


def a_batch_of_three(look, visible):
    """As many sentences as places."""
    rows = [[True, True, False], [False, True, True], [True, False, True]]
    look.call(visible, torch.tensor(rows), True)


def any_places(look, visible, batch, token, start):
    """Batches of these sizes, with padding everywhere."""
    look.call(visible, edges.ids(3, start, batch, token) != 0, False)


def any_places_before(look, visible, batch, token, start):
    """Batches of these sizes, with padding everywhere; causal."""
    look.call(visible, edges.ids(3, start, batch, token) != 0, True)


def no_sentences(look, visible):
    """A batch without sentences."""
    look.call(visible, torch.zeros(0, 3, dtype=torch.bool), False)


# --- mask_positions ---


def masks_at_both_ends(look, mask_positions):
    """The first token and the last, and several in a row."""
    ids = torch.tensor([[6, 1, 6], [6, 6, 6], [1, 2, 6], [5, 3, 1]])
    look.call(mask_positions, ids, 6)


def the_mask_is_zero(look, mask_positions):
    """Id 0 is looked for as any other."""
    look.call(mask_positions, torch.tensor([[7, 0, 4, 4], [0, 4, 7, 7], [1, 4, 0, 0]]), 0)


def one_sentence(look, mask_positions):
    """A batch of one, with two masks."""
    look.call(mask_positions, torch.tensor([[2, 103, 8, 103, 3, 9, 4]]), 103)


def no_mask_in_one_sentence(look, mask_positions):
    """A batch of one, where nothing is masked."""
    look.call(mask_positions, torch.tensor([[2, 0, 3]]), 9)


def one_token(look, mask_positions):
    """One token, and it is masked."""
    look.call(mask_positions, torch.tensor([[7]]), 7)


def any_masks(look, mask_positions, batch, token, start):
    """Batches of these sizes, with masks everywhere."""
    given = edges.ids(5, start, batch, token)
    look.call(mask_positions, given, int(given[0, 0]))


def many_tokens_in_a_sentence(look, mask_positions):
    """Sentences of 150 tokens, each with several masks."""
    ids = torch.arange(300).reshape(2, 150) % 40
    look.call(mask_positions, ids, 7)


def large_ids(look, mask_positions):
    """Neighbours above sixteen million."""
    ids = torch.tensor([[2**24, 2**24 + 1, 5], [2**24 + 2, 2**24 + 1, 2**24]])
    look.call(mask_positions, ids, 2**24 + 1)


def no_sentence(look, mask_positions):
    """A batch without sentences."""
    look.call(mask_positions, torch.zeros(0, 4, dtype=torch.long), 3)


# --- top_words ---


def words_at_both_ends(look, top_words):
    """Masks in front and at the very end, and no full stop."""
    look.call(look.elsewhere(top_words), filler(), tokenizer(), "[MASK] ate a [MASK]", 2)


def words_after_pieces(look, top_words):
    """Words before the mask are cut into pieces."""
    look.call(top_words, filler(), tokenizer(), "unhappy She played, [MASK] a key", 3)


def words_in_a_row(look, top_words):
    """Three masks, one after the other."""
    look.call(top_words, filler(), tokenizer(), "The [MASK] [MASK] [MASK] home.", 1)


def words_behind_a_separator(look, top_words):
    """One more separator in the text, and unknown words."""
    look.call(top_words, filler(), tokenizer(), "Xyz saw. [SEP] the [MASK] zebra", 2)


def words_of_every_kind(look, top_words):
    """A model that guesses special tokens, unknown ones and pieces like other words."""
    for text, top_k in (("I [MASK] home .", 8), ("She played [MASK] .", 12)):
        look.call(top_words, filler(never=()), tokenizer(), text, top_k)


def another_sign_for_a_mask(look, top_words):
    """A tokenizer that writes a masked word in another way, as others do."""
    look.call(top_words, filler(), tokenizer(mask="<mask>"), "I ate <mask> soup .", 2)
    look.refuses(top_words, filler(), tokenizer(mask="<mask>"), "I ate [ MASK ] soup", 2)


def all_words(look, top_words):
    """Just as many as there are, one less, and one more."""
    model, words = filler(), tokenizer()
    for size in (len(WORDS) - 1, len(WORDS), len(WORDS) + 1):
        look.call(top_words, model, words, "We go [MASK]", size, through="sizes")


def an_ordinary_text(look, top_words):
    """7 tokens, with those that frame it."""
    look.call(top_words, filler(16), tokenizer(16), "I go [MASK] .", 2, through="sizes")


def another_short_text(look, top_words):
    """6 tokens, with those that frame it."""
    look.call(top_words, filler(16), tokenizer(16), "[MASK] She ate.", 4, through="sizes")


def a_text_that_just_fits(look, top_words):
    """16 tokens with those that frame it, and the mask is the first or the last."""
    model, words = filler(16), tokenizer(16)
    for text in ("[MASK] unhappy" + "." * 11, "played " * 6 + "school [MASK]"):
        look.call(top_words, model, words, text, 3, through="sizes")


def a_text_one_token_too_long(look, top_words):
    """17 tokens with those that frame it: few letters, few words."""
    model, words = filler(16), tokenizer(16)
    look.refuses(top_words, model, words, "[MASK]" + "." * 14, 1)
    look.refuses(top_words, model, words, "played " * 7 + "[MASK]", 1)


def nothing_masked(look, top_words):
    """The empty text, and words that are not the mask."""
    model, words = filler(), tokenizer()
    look.refuses(top_words, model, words, "")
    look.refuses(top_words, model, words, "MASK mask [ MASK ]", 2)


def the_limit_of_the_tokenizer(look, top_words):
    """A tokenizer that allows 16 tokens, beside a model of more positions."""
    look.refuses(top_words, filler(), tokenizer(16), "I go to [MASK]. " * 5, 2)


def the_same_text_again(look, top_words):
    """One text for two models."""
    for never in (("[", "##"), ("[", "##", "a", "t", "s", "c", "h")):
        look.call(top_words, filler(never=never), tokenizer(), "The dog [MASK] a cat.", 3)


# --- restore ---


def a_mask_alone(look, restore):
    """A text that is nothing but a mask."""
    restored(look, restore, "[MASK]")


def a_mask_at_the_end(look, restore):
    """The last word, after words that are cut into pieces, in capitals too."""
    restored(look, look.elsewhere(restore), "She played, The unhappy cat [MASK]")


def texts_of_the_same_length(look, restore):
    """Three texts of as many tokens, two of them alike."""
    restored(look, restore, "I saw [MASK].", "We go [MASK].", "I saw [MASK].")


def many_masks(look, restore):
    """The first text has no mask, the second nothing else, the third is long."""
    long = "The old dog saw a [MASK] , the cat saw [MASK] key , we played to [MASK]."
    restored(look, restore, "We go.", "[MASK] [MASK] [MASK]", long)


def a_very_long_text(look, restore):
    """A text of 150 words, masked near its end, beside a short one."""
    long = 30 * "I saw the old dog . " + "I ate a [MASK] home."
    look.call(restore, filler(200), tokenizer(200), [long, "I [MASK] home."], through="unspaced")


def texts_without_a_mask(look, restore):
    """Several, of different length, with pieces and capitals, around one with a mask."""
    restored(look, restore, "We go.", "[MASK] cat", "I saw the old unhappy cat.", "She played")


def an_empty_text(look, restore):
    """Empty texts, beside another and alone."""
    restored(look, restore, "", "I saw [MASK].", "")
    restored(look, restore, "", "")


def more_than_two_batches(look, restore):
    """33 texts, of which the last is unlike the others."""
    restored(look, restore, *["I saw [MASK]."] * 32, "[MASK] ate a cat")


def texts_for_another_model(look, restore):
    """One text for two models."""
    for never in (("[", "##"), ("[", "##", "a", "t", "s", "c", "h")):
        model = filler(never=never)
        look.call(restore, model, tokenizer(), ["The [MASK] ate a cat."], through="unspaced")


# --- next_probabilities ---


def after_all_positions(look, next_probabilities):
    """As many tokens as the model has positions, with id 0 at both ends."""
    look.call(next_probabilities, writer(11, 7), torch.tensor([0, 4, 4, 10, 0, 3, 0]))


def after_id_zero(look, next_probabilities):
    """Id 0 alone, which is the end for this model too."""
    look.call(next_probabilities, writer(6, 5), torch.tensor([0]))


def after_large_logits(look, next_probabilities):
    """Logits of up to 200 or so."""
    look.call(next_probabilities, writer(9, 8, scale=80), torch.tensor([5, 8, 1]))


def after_a_very_long_text(look, next_probabilities):
    """Three hundred tokens, the first of them unlike the rest."""
    text = torch.cat([torch.tensor([7, 0, 8]), torch.arange(297) % 6])
    look.call(next_probabilities, writer(9, 300, scale=6), text)


def called_twice(look, next_probabilities):
    """Nothing is left of the text before."""
    model = writer(7, 6)
    look.call(next_probabilities, model, torch.tensor([6, 2, 1]))
    look.call(next_probabilities, model, torch.tensor([6, 2]))


def any_text(look, next_probabilities, token, vocab, start):
    """Texts and vocabularies of these sizes."""
    text = edges.ids(vocab, start, token)
    look.call(next_probabilities, writer(vocab, 9, scale=5), text)


def another_text_of_one_more(look, next_probabilities):
    """A text of one token more than the text before, and another model for both."""
    for vocab in (7, 8):
        model = writer(vocab, 6)
        look.call(next_probabilities, model, torch.tensor([6, 2]))
        look.call(next_probabilities, model, torch.tensor([5, 1, 3]))
        look.call(next_probabilities, model, torch.tensor([6, 2]))


# --- continue_greedily ---


def one_more_token(look, continue_greedily):
    """One token and one more; 0 is a token like others."""
    model = writer(13, 24, end=9)
    continued(look, look.elsewhere(continue_greedily), model, [6], 1)
    continued(look, continue_greedily, model, [0, 6, 12, 0], 2)


def a_longer_text(look, continue_greedily):
    """More new tokens than there were, and fewer."""
    model = writer(17, 40, end=16)
    continued(look, continue_greedily, model, [9, 13], 7)
    continued(look, continue_greedily, model, [9, 13, 12, 4, 7, 5, 12, 11, 5, 3], 3)


def another_end(look, continue_greedily):
    """The end is 7, 14 and 12: on the way, at once, and just at the limit."""
    continued(look, continue_greedily, writer(13, 24, end=7), [6, 12, 5], 8)
    continued(look, continue_greedily, writer(17, 40, end=14), [4, 2], 6)
    continued(look, continue_greedily, writer(13, 24, end=12), [9, 11, 6, 4], 6)


def an_end_of_three_digits(look, continue_greedily):
    """The end is 259, on the way."""
    continued(look, continue_greedily, writer(320, 24, end=259), [310, 1], 5)


def nothing_more(look, continue_greedily):
    """No new token is wanted; then all positions are taken."""
    continued(look, continue_greedily, writer(13, 24, end=7), [6, 12, 5], 0)
    continued(look, continue_greedily, writer(13, 4), [6, 12, 5, 8], 0)


def nothing_but_the_end(look, continue_greedily):
    """The text that comes in is the end token."""
    continued(look, continue_greedily, writer(13, 24, end=7), [7], 3)


def positions_filled_by_one(look, continue_greedily):
    """One more token fills the last position."""
    continued(look, continue_greedily, writer(13, 8), [6, 12, 5, 8, 12, 4, 6], 1)


def too_long_but_for_the_end(look, continue_greedily):
    """The end would come long before the positions are used up."""
    look.refuses(continue_greedily, writer(13, 12, end=7), [6, 12, 5], 10)


def a_long_way(look, continue_greedily):
    """Ninety new tokens of a large vocabulary, of which many are nearly as likely."""
    continued(look, continue_greedily, writer(400, 120, end=399), [3, 8, 5], 90)


def padding_is_a_token(look, continue_greedily):
    """What the settings call padding is a token like others."""
    model = writer(13, 24)
    for settings in ("config", "generation_config"):
        look.build("builtins.setattr", look.get(model, settings), "pad_token_id", 12)
    continued(look, continue_greedily, model, [6, 12, 5], 8)
    continued(look, continue_greedily, model, [9, 11, 6, 4], 8)


def continued_by_another(look, continue_greedily):
    """One text for two models."""
    for scale in (2, 3):
        continued(look, continue_greedily, writer(13, 24, scale=scale), [6, 12, 5], 6)


def too_long_already(look, continue_greedily):
    """No new token is wanted for a text that is too long."""
    look.refuses(continue_greedily, writer(13, 4), [6, 12, 5, 8, 2], 0)


# --- sampling_probabilities ---


def large_logits(look, sampling_probabilities):
    """Logits of up to 200, at a low and at a high temperature."""
    logits = 200 * make.numbers(6, start=11)
    look.call(sampling_probabilities, logits, 0.5)
    look.call(sampling_probabilities, logits, 50.0)


def low_logits(look, sampling_probabilities):
    """All logits are far below 0."""
    look.call(sampling_probabilities, 2 * make.numbers(5, start=21) - 120, 0.8)


def a_single_logit(look, sampling_probabilities):
    """A vocabulary of one, and a temperature that is a whole number."""
    look.call(sampling_probabilities, make.numbers(1), 2)


def one_kept(look, sampling_probabilities):
    """The likeliest alone."""
    look.call(sampling_probabilities, 3 * make.numbers(9, start=4), 2.0, 1)


def some_kept_of_low_logits(look, sampling_probabilities):
    """All logits are far below 0, or the temperature is high."""
    logits = 4 * make.numbers(8, start=41)
    look.call(sampling_probabilities, logits - 120, 1.5, 3)
    look.call(sampling_probabilities, logits, 60.0, 5)


def some_kept_of_the_lowest(look, sampling_probabilities):
    """Logits are so low that any number put in their place is higher."""
    logits = 4 * make.numbers(7, start=47) - 5_000
    look.call(sampling_probabilities, logits, 0.5, 2)
    look.call(sampling_probabilities, logits - 100_000, 1.0, 4)


def kept_logits_of_zero(look, sampling_probabilities):
    """Some of the logits that are kept, and of those that are not, are 0."""
    look.call(sampling_probabilities, torch.tensor([0.0, -1.5, 2.0, -3.0, 0.5]), 1.5, 3)
    look.call(sampling_probabilities, torch.tensor([-2.0, 0.0, -1.0, -4.0]), 0.5, 2)
    look.call(sampling_probabilities, torch.tensor([0.0, 3.0, 2.0, 1.0]), 1.0, 3)


def one_less_than_all(look, sampling_probabilities):
    """All but one are kept, and one."""
    logits = 2 * make.numbers(6, start=73)
    look.call(sampling_probabilities, logits, 3.0, 5)
    look.call(sampling_probabilities, logits, 0.3, 7)


def a_whole_temperature_of_zero(look, sampling_probabilities):
    """0 as a whole number, with tokens kept, one of them too; and just below 0."""
    for temperature in (0.0, -1.0):
        look.refuses(sampling_probabilities, make.numbers(5), temperature, 1)
    look.refuses(sampling_probabilities, make.numbers(5), 0, 2)
    look.refuses(sampling_probabilities, make.numbers(5), -0.5, 2)


def all_kept_at_no_temperature(look, sampling_probabilities):
    """Nothing is given but the logits, or that no token is to be left out."""
    logits = 2 * make.numbers(5, start=80)
    look.call(sampling_probabilities, logits)
    look.call(sampling_probabilities, logits, 1.0, None)


def any_chances(look, sampling_probabilities, vocab, kept, start):
    """As many logits, and as many that are kept or all."""
    logits = 3 * make.numbers(vocab, start=start)
    for temperature in (0.4, 1.0, 2.5):
        look.call(sampling_probabilities, logits, temperature, kept)


def very_low_temperatures(look, sampling_probabilities):
    """Temperatures of a hundredth and less, of logits that are close to each other."""
    logits = make.numbers(6, start=15) / 1_000
    for temperature in (0.01, 0.001, 0.0005):
        look.call(sampling_probabilities, logits, temperature)


def more_than_fifty_kept(look, sampling_probabilities):
    """60 of 80, in float32 and in float64."""
    logits = 3 * make.numbers(80, start=21)
    look.call(sampling_probabilities, logits, 0.9, 60)
    look.call(sampling_probabilities, logits.double(), 0.9, 60)


def impossible_tokens(look, sampling_probabilities):
    """One logit is minus infinity."""
    logits = torch.tensor([1.5, float("-inf"), 0.5, -2.0])
    look.call(sampling_probabilities, logits, 0.8)


# --- draw_token ---


def many_numbers(look, draw_token):
    """A larger vocabulary, with several tokens of probability 0 in a row."""
    chances = [0.0, 0.0625, 0.25, 0.0, 0.0, 0.125, 0.375, 0.0, 0.125, 0.0625]
    drawn(look, draw_token, chances, 0.03, 0.2, 0.4, 0.5, 0.85, 0.95)


def a_vocabulary_of_one(look, draw_token):
    """There is nothing to choose from."""
    drawn(look, draw_token, [1.0], 0.0, 0.999)


def edges_of_eighths(look, draw_token):
    """Each number is a sum, with tokens of probability 0 around."""
    drawn(look, draw_token, [0.125, 0.0, 0.0, 0.375, 0.25, 0.0, 0.25], 0.0, 0.125, 0.5, 0.75)


def one_sum_that_falls_short(look, draw_token):
    """The only possible token falls short, then the first of two."""
    drawn(look, draw_token, [0.0, 0.9999, 0.0, 0.0], 0.99999)
    drawn(look, draw_token, [0.75, 0.2499, 0.0], 0.99995)
    drawn(look, draw_token, [1 - 2**-10, 2**-11], 1 - 2**-10)


def a_very_small_chance(look, draw_token):
    """A token that is very unlikely, and possible."""
    drawn(look, draw_token, [0.0, 1e-9, 0.5, 0.5], 0.0, 0.25)


def exact_chances(look, draw_token):
    """Probabilities of float64, and numbers close to a sum or to 1."""
    thirds = torch.tensor([1 / 3, 1 / 3, 1 / 3], dtype=torch.float64)
    look.call(draw_token, thirds, 0.333333332, banned=["multinomial", "rand"])
    rare = torch.tensor([0.99992, 0.00008], dtype=torch.float64)
    look.call(draw_token, rare, 0.99995, banned=["multinomial", "rand"])


# --- perplexity ---


def end_tokens_inside(look, perplexity):
    """The end token inside and at the end, and it is not 0."""
    look.call(perplexity, writer(9, 12, end=5), torch.tensor([3, 5, 8, 1, 5, 5, 2, 5]))


def zeros_inside(look, perplexity):
    """Id 0 is a token like others, at every place."""
    look.call(perplexity, writer(9, 12, end=4), torch.tensor([0, 7, 0, 0, 3, 0]))


def many_tokens(look, perplexity):
    """So many tokens that the product of probabilities is no number any more."""
    ids = (31 * torch.arange(90) ** 2 + 7 * torch.arange(90)) % 13
    look.call(perplexity, writer(13, 100), ids)


def what_nobody_expected(look, perplexity):
    """Tokens of probabilities down to a millionth of a millionth."""
    ids = torch.tensor([3, 5, 8, 1, 5, 5, 2, 5])
    look.call(perplexity, writer(9, 12, scale=8), ids)


def what_is_nearly_impossible(look, perplexity):
    """One token of a probability that float32 does not hold."""
    ids = [2, 2, 2, 7, 7, 6, 7, 5, 1, 5, 6, 7, 2, 5, 7, 7, 5, 2, 5, 2, 5, 6, 5, 6]
    look.call(perplexity, writer(9, 24, scale=40), torch.tensor(ids))


def one_token_again(look, perplexity):
    """The same token again and again."""
    look.call(perplexity, writer(7, 12, end=3), torch.tensor([6, 6, 6, 6, 6]))


def no_tokens(look, perplexity):
    """An empty text."""
    look.refuses(perplexity, writer(13, 10), torch.tensor([], dtype=torch.long))


def all_positions(look, perplexity):
    """As many tokens as there are positions."""
    look.call(perplexity, writer(11, 6), torch.tensor([8, 1, 10, 4, 3, 9]))


def one_token_beyond_the_positions(look, perplexity):
    """One token more than there are positions."""
    look.refuses(perplexity, writer(11, 6), torch.tensor([8, 1, 10, 4, 3, 9, 5]))


def any_surprise(look, perplexity, token, vocab, start):
    """Texts and vocabularies of these sizes."""
    look.call(perplexity, writer(vocab, 12, end=vocab - 1), edges.ids(vocab, start, 1 + token))


# --- next_words ---


def prompts_of_one_length(look, next_words):
    """Two prompts of one length, which need no padding."""
    told(look, next_words, "the dog ate", "we saw soup")


def an_end_in_a_prompt(look, next_words):
    """The end token inside one prompt and last in another, beside a longer one."""
    told(look, next_words, "the<end> dog", "a cat<end>", "she found a very old key")


def nothing_but_an_end(look, next_words):
    """A prompt that is the end token alone."""
    told(look, next_words, "<end>", "it was a very old river")


def an_end_comes_next(look, next_words):
    """After two of three prompts the end token is the likeliest."""
    told(look, next_words, "found", "dog soup", "the old cat sang")


def the_same_twice(look, next_words):
    """Four prompts, two of them the same."""
    told(look, next_words, "she went home", "a very old dog ate the soup", "she went home", "key")


def many_prompts(look, next_words):
    """Eight prompts of one to eight tokens, in no order of length."""
    words = ["it", "was", "late", "the", "cat", "found", "old", "soup"]
    told(look, next_words, *(" ".join(words[:size]) for size in (4, 1, 8, 3, 6, 2, 7, 5)))


CASES = {
    "visible-1": (
        nothing_but_padding,
        one_place,
        as_many_sentences_as_places,
        *edges.drawn(any_places, "batch", "token", seed=2, batches=[()]),
        no_sentences,
    ),
    "visible-2": (
        nothing_but_padding_before,
        one_place_before,
        a_long_text,
        a_batch_of_three,
        *edges.drawn(any_places_before, "batch", "token", seed=3, batches=[()]),
    ),
    "mask_positions-1": (
        masks_at_both_ends,
        the_mask_is_zero,
        one_sentence,
        no_mask_in_one_sentence,
        one_token,
        *edges.drawn(any_masks, "batch", "token", seed=4, batches=[()]),
        many_tokens_in_a_sentence,
        large_ids,
        no_sentence,
    ),
    "top_words-1": (
        words_at_both_ends,
        words_after_pieces,
        words_in_a_row,
        words_of_every_kind,
        another_sign_for_a_mask,
        words_behind_a_separator,
        the_same_text_again,
    ),
    "top_words-2": (all_words,),
    "top_words-3": (
        an_ordinary_text,
        another_short_text,
        a_text_that_just_fits,
        a_text_one_token_too_long,
        nothing_masked,
        the_limit_of_the_tokenizer,
    ),
    "restore-1": (a_mask_alone, a_mask_at_the_end),
    "restore-2": (
        texts_of_the_same_length,
        many_masks,
        a_very_long_text,
        more_than_two_batches,
        texts_for_another_model,
    ),
    "restore-3": (
        texts_without_a_mask,
        an_empty_text,
    ),
    "next_probabilities-1": (
        after_all_positions,
        after_id_zero,
        after_large_logits,
        after_a_very_long_text,
        called_twice,
        *edges.drawn(any_text, "token", "vocab", seed=5, batches=[()]),
        another_text_of_one_more,
    ),
    "continue_greedily-1": (
        one_more_token,
        a_longer_text,
        a_long_way,
        padding_is_a_token,
        continued_by_another,
    ),
    "continue_greedily-2": (
        another_end,
        an_end_of_three_digits,
        nothing_but_the_end,
        nothing_more,
    ),
    "continue_greedily-3": (
        positions_filled_by_one,
        too_long_but_for_the_end,
        too_long_already,
    ),
    "sampling_probabilities-1": (
        large_logits,
        low_logits,
        a_single_logit,
        very_low_temperatures,
        impossible_tokens,
    ),
    "sampling_probabilities-2": (
        one_kept,
        some_kept_of_low_logits,
        some_kept_of_the_lowest,
        kept_logits_of_zero,
        one_less_than_all,
        *edges.drawn(any_chances, "vocab", "kept", seed=6, batches=[()]),
        more_than_fifty_kept,
    ),
    "sampling_probabilities-3": (a_whole_temperature_of_zero, all_kept_at_no_temperature),
    "draw_token-1": (many_numbers, a_vocabulary_of_one),
    "draw_token-2": (
        edges_of_eighths,
        one_sum_that_falls_short,
        a_very_small_chance,
        exact_chances,
    ),
    "perplexity-1": (
        end_tokens_inside,
        zeros_inside,
        many_tokens,
        what_nobody_expected,
        what_is_nearly_impossible,
        one_token_again,
        *edges.drawn(any_surprise, "token", "vocab", seed=7, batches=[()]),
    ),
    "perplexity-2": (no_tokens, all_positions, one_token_beyond_the_positions),
    "next_words-1": (
        prompts_of_one_length,
        an_end_in_a_prompt,
        nothing_but_an_end,
        an_end_comes_next,
        the_same_twice,
        many_prompts,
    ),
}
