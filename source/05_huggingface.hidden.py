"""Hidden cases of section 05, by test."""

import torch

from nlplab import check as make
from nlplab.checks.edges import drawn, ids
from nlplab.checks.huggingface import (
    COFFEE,
    FRIEND,
    LIBRARY,
    SCHOOL,
    SLEEP,
    about,
    bert,
    configured,
    in_both,
    layer,
    lost,
    marian,
    reader,
    readings,
    sentence,
    small,
    step,
    t5,
    tiny,
    translated,
    tree,
    written,
)

# --- load_translator ---


WORDS = ("book", "coffee", "school")


def what_it_makes_of_a_book(look, tokenizer, model):
    """그녀는 책을 읽는다. is about a book, and about nothing else."""
    about(look, tokenizer, model, "그녀는 책을 읽는다.", *WORDS)


def what_it_makes_of_coffee(look, tokenizer, model):
    """나는 커피를 마신다. is about coffee, and about nothing else."""
    about(look, tokenizer, model, "나는 커피를 마신다.", *WORDS)


def where_it_pads(look, tokenizer, model):
    """On which side of a short sentence the tokenizer puts padding."""
    look.note("padding", look.get(tokenizer, "padding_side"))


def how_much_it_reads(look, tokenizer, model):
    """Whether the tokenizer allows as many tokens as the model has positions."""
    limit = look.get(tokenizer, "model_max_length")
    positions = look.get(look.get(model, "config"), "max_position_embeddings")
    look.note("as many as positions", limit == positions)


def what_the_model_knows(look, tokenizer, model):
    """Whether padding and end are those of the model, which has a vector for each token."""
    config = look.get(model, "config")
    for name in ("pad_token_id", "eos_token_id"):
        look.note(name, look.get(tokenizer, name) == look.get(config, name))
    rows = look.get(look.build(look.get(model, "get_input_embeddings")), "num_embeddings")
    look.note("as many as tokens", rows == look.build("builtins.len", tokenizer))


# --- translate_one ---


def not_to_school(look, translate_one):
    """A sentence that denies."""
    translated(look, look.elsewhere(translate_one), "나는 학교에 가지 않았다.")


def many_spaces(look, translate_one):
    """Spaces before, between and behind."""
    translated(look, translate_one, "  선생님은   커피를  마신다. ")


def an_end_to_read(look, translate_one):
    """A sentence that is translated otherwise where the end of the source is missing."""
    text = (
        "서아는 지난주에 농장에서 사진을 찍었지만 의사가 병원에서 일한 후에 지영은 창문을 닦았다."
    )
    translated(look, translate_one, text)


def no_end(look, translate_one):
    """The translation goes on until the limit stops it."""
    translated(look, translate_one, "나는 나는 나는 나는 나는")


def an_end_that_is_read(look, translate_one):
    """The last token that is written is a word."""
    model = reader(look)
    look.build("builtins.setattr", look.get(model, "generation_config"), "eos_token_id", 649)
    look.call(translate_one, model, small("AutoTokenizer"), "나는 어제 친구와 학교에 갔다.")


def unknown_words(look, translate_one):
    """The model writes tokens that stand for no word, which are special ones too."""
    model, words = reader(look), small("AutoTokenizer")
    bias = torch.zeros(1, 1083).index_fill(1, torch.tensor([1]), 16.0)
    look.build(look.get(model, "load_state_dict"), {"final_logits_bias": bias}, False)
    look.call(translate_one, model, words, "나는 어제 친구와 학교에 갔다.")


def many_tokens(look, translate_one):
    """More tokens than a translation may have, and not more than the model can read."""
    last = "민수는 매일 자전거를 타고 선생님은 도서관에서 책을 읽고 그녀는 커피를 마신다."
    translated(look, translate_one, "나는 어제 친구와 학교에 갔다. 그녀는 잔다. " * 7 + last)


def letters_of_other_scripts(look, translate_one):
    """Latin letters, digits and angle brackets among Hangul."""
    translated(look, translate_one, "나는 TV로 <학교> 3번 봤다.")


def an_end_at_once(look, translate_one):
    """The model writes nothing but the end."""
    look.call(translate_one, ending(look), small("AutoTokenizer"), "나는 커피를 마신다.")


def ending(look):
    """The small translator, for which the end is always the likeliest."""
    model = reader(look)
    bias = {"final_logits_bias": torch.zeros(1, 1083).index_fill(1, torch.tensor([0]), 100.0)}
    look.build(look.get(model, "load_state_dict"), bias, False)
    return model


# --- translate_many ---


def one_sentence_twice(look, translate_many):
    """The first and the last are the same, and the shortest."""
    sentences = ["그녀는 잔다.", "그는 어제 친구와 학교에 갔다.", "그녀는 잔다."]
    translated(look, look.elsewhere(translate_many), sentences)


def long_and_short(look, translate_many):
    """Four sentences, of which one has three clauses and one many letters and few tokens."""
    long = "그녀가 바닷가에서 사진을 찍는 동안 나는 집에서 울 것이고 농부는 피아노를 칠 것이다."
    sentences = ["나는 노래했다.", long, "선생님은   도서관에서   커피를 마신다.", "그녀는 잔다."]
    translated(look, translate_many, sentences)


def sixteen(look, translate_many):
    """Two long sentences among fourteen short ones."""
    long, short = "그는 어제 친구와 학교에 갔다.", ["나는 노래했다."]
    translated(look, translate_many, ["그녀는 잔다.", long, *short * 12, long, "그녀는 잔다."])


def no_end_beside_a_short_one(look, translate_many):
    """One translation goes on until the limit stops it, the other is short."""
    translated(look, translate_many, ["그녀는 잔다.", "나는 나는 나는 나는 나는"])


def other_blanks(look, translate_many):
    """Tabs, line breaks and the wide space of Korean text, on both sides of a sentence."""
    translated(look, translate_many, ["\t", "나는 커피를 마신다.", "\n\u3000\n", ""])


def blanks_alone(look, translate_many):
    """Three blanks and nothing else."""
    translated(look, translate_many, ["  ", "", "\n"])


def at_most_seven(look):
    """The tokenizer of a model that reads seven tokens."""
    words = small("AutoTokenizer")
    look.build("builtins.setattr", words, "model_max_length", 7)
    return words


def as_long_as_it_may(look, translate_many):
    """Three sentences of seven tokens, and of more letters."""
    sentences = [
        "그는 매일 자전거를 탄다.",
        "선생님은 도서관에서 커피를 마신다.",
        "그는 어제 학교에 갔다.",
    ]
    look.call(translate_many, reader(look), at_most_seven(look), sentences)


def one_token_too_long(look, translate_many):
    """Eight tokens, `</s>` counted."""
    look.refuses(translate_many, reader(look), at_most_seven(look), ["나는 노래했다."])


def fewer_letters_and_more_tokens(look, translate_many):
    """Eight tokens, and fewer letters than in a sentence of seven."""
    sentences = ["나는 노래했다.", "선생님은 도서관에서 커피를 마신다."]
    look.refuses(translate_many, reader(look), at_most_seven(look), sentences)


def too_long_for_seven(look, translate_many):
    """Eleven tokens, which the model itself could read."""
    sentences = ["나는 커피를 마시고 그는 책을 읽고 그녀는 잔다."]
    look.refuses(translate_many, reader(look), at_most_seven(look), sentences)


def far_too_long(look, translate_many):
    """More tokens than the model has positions."""
    look.refuses(translate_many, reader(look), small("AutoTokenizer"), ["나는 " * 140, ""])


def one_more_than_sixteen(look, translate_many):
    """17 sentences, all but the last the same."""
    translated(look, translate_many, [*["나는 노래했다."] * 16, "그녀는 잔다."])


def marks_alone(look, translate_many):
    """Sentences of nothing but marks."""
    translated(look, translate_many, [".", "?!", "나는 노래했다."])


def nothing_is_written(look, translate_many):
    """Three sentences, one of them blank, of which nothing is written but the end."""
    sentences = ["그녀는 잔다.", " ", "나는 노래했다."]
    look.call(translate_many, ending(look), small("AutoTokenizer"), sentences)


def another_model(look, translate_many):
    """The same sentences, read by another model than before."""
    words, sentences = small("AutoTokenizer"), ["나는 노래했다.", "그녀는 잔다."]
    look.call(translate_many, small(), words, sentences)
    look.call(translate_many, ending(look), words, sentences)


def too_long_again(look, translate_many):
    """Eight tokens for a tokenizer of seven, twice."""
    model, words = reader(look), at_most_seven(look)
    for _ in range(2):
        look.refuses(translate_many, model, words, ["나는 노래했다."])


# --- has_part ---


def alike_names(look, has_part):
    """Components that begin or end in a part, or have it in the middle."""
    names = ["vision_encoder", "encoder_2", "Decoder", "subdecoders", "pre-encoder", "decoder-2"]
    names += ["encoder2", "encoders", "decoders", "_encoder", "decoder_", "my encoder"]
    in_both(look, has_part, tree(**{name: layer() for name in names}))


def deep_inside(look, has_part):
    """A decoder below another part, and no encoder."""
    below = tree(text=tree(top=tree(body=tree(decoder=layer()))))
    in_both(look, has_part, tree(head=layer(), speech=below))


def a_last_component(look, has_part):
    """A parameter that is itself called encoder."""
    in_both(look, has_part, parameters(encoder=torch.ones(2)))


def no_such_name(look, has_part):
    """GPT-2, a decoder that has neither name."""
    in_both(look, has_part, gpt2())


def not_trained(look, has_part):
    """A decoder that is not trained."""
    decoder = layer()
    look.build(look.get(decoder, "requires_grad_"), False)
    in_both(look, has_part, tree(decoder=decoder, head=layer()))


def ends_and_beginnings(look, has_part):
    """Components that end in a part, and that begin with one."""
    in_both(look, has_part, tree(cross_encoder=layer(), decoder_norm=layer()))


def one_layer(look, has_part):
    """Nothing but a linear layer."""
    in_both(look, has_part, layer())


def a_decoder_first(look, has_part):
    """A decoder, then an encoder."""
    in_both(look, has_part, tree(decoder=layer(), encoder=layer()))


def settings_of_both(look, has_part):
    """The encoder by itself, whose settings are those of a model of both."""
    in_both(look, has_part, look.build(look.get(marian("MarianMTModel"), "get_encoder")))


def nothing_inside(look, has_part):
    """A tensor without numbers is a parameter too."""
    in_both(look, has_part, tree(decoder=parameters(empty=torch.zeros(0, 2)), head=layer()))


def before_and_after(look, has_part):
    """The same model before and after it was given a decoder."""
    model = tree(encoder=layer())
    look.call(has_part, model, "decoder")
    look.build(look.get(model, "add_module"), "decoder", layer())
    look.call(has_part, model, "decoder")


def gpt2(kind="GPT2LMHeadModel"):
    """A GPT-2, which writes where it has a head."""
    sizes = {"vocab_size": 11, "n_embd": 8, "n_layer": 1, "n_head": 2, "n_positions": 9}
    sizes |= {"bos_token_id": 1, "eos_token_id": 2}
    return make.build(f"transformers.{kind}", make.build("transformers.GPT2Config", **sizes))


# --- count_parameters ---


def of_more_axes(look, count_parameters):
    """A convolution, whose weights have three axes."""
    convolution = make.build("torch.nn.Conv1d", 2, 3, 4)
    look.call(count_parameters, tree(encoder=convolution, head=layer()))


def of_a_part_called_other(look, count_parameters):
    """An encoder below a part that is called other, and a decoder deep below others."""
    deep = tree(model=tree(inner=tree(decoder=layer(5))))
    look.call(count_parameters, tree(other=tree(encoder=layer()), module=deep))


def of_another_translator(look, count_parameters):
    """Another vocabulary and another width."""
    look.call(count_parameters, marian("MarianMTModel", vocab_size=17, d_model=4))


def of_first_components(look, count_parameters):
    """T5, whose names begin with the part, and whose embedding has three names."""
    look.call(count_parameters, t5("T5ForConditionalGeneration"))


def of_a_decoder(look, count_parameters):
    """A decoder alone, with its cross-attention."""
    look.call(count_parameters, marian("MarianForCausalLM"))


def of_one_layer_twice(look, count_parameters):
    """One layer under two names, and one with buffers."""
    both, norm = layer(5), make.build("torch.nn.BatchNorm1d", 3)
    look.call(count_parameters, tree(encoder=both, norm=norm, again=both))


def of_what_is_not_trained(look, count_parameters):
    """BERT, of which nothing is trained any more."""
    model = bert("BertModel")
    look.build(look.get(model, "requires_grad_"), False)
    look.call(count_parameters, model)


def of_very_many(look, count_parameters):
    """More numbers than float32 counts one by one."""
    norm = make.build("torch.nn.LayerNorm", 2**24 + 3, 1e-5, True, False)
    look.call(count_parameters, tree(encoder=norm, head=layer()))


def parameters(**named):
    """A module of these parameters."""
    return make.build("torch.nn.ParameterDict", named)


def of_neither(look, count_parameters):
    """GPT-2, in which all is other."""
    look.call(count_parameters, gpt2("GPT2Model"))


def of_alike_names(look, count_parameters):
    """Names that only look like parts, and a parameter of one number."""
    decoder = tree(encoder_side=layer(2), scale=parameters(scale=torch.tensor(2.0)))
    look.call(count_parameters, tree(vision_encoder=layer(7), decoder=decoder, Encoder=layer()))


def of_no_module_inside(look, count_parameters):
    """Parameters of the model itself."""
    look.call(count_parameters, parameters(scale=torch.ones(5), shift=torch.ones(2)))


def of_other_numbers(look, count_parameters):
    """Numbers of two bytes, and of eight."""
    for width in ("half", "double"):
        model = tree(encoder=layer(), head=layer(5))
        look.build(look.get(model, width))
        look.call(count_parameters, model)


def before_and_after_more(look, count_parameters):
    """The same model before and after it was given a decoder."""
    model = tree(encoder=layer())
    look.call(count_parameters, model)
    look.build(look.get(model, "add_module"), "decoder", layer(5))
    look.call(count_parameters, model)


# --- next_logits ---


def seven_written(look, next_logits):
    """Seven tokens, and a source whose first place is masked."""
    memory = 3 * make.numbers(1, 4, 6, start=9)
    step(
        look,
        look.elsewhere(next_logits),
        tiny(23, 6),
        memory,
        [0, 1, 1, 1],
        [3, 0, 21, 0, 9, 22, 5],
    )


def padding_at_the_start(look, next_logits):
    """The pad token starts the decoder, as in the translator, and comes again."""
    memory, model = make.numbers(1, 6, 4, start=5), tiny(17, 4)
    look.build(look.get(look.get(model, "config"), "update"), {"decoder_start_token_id": 1})
    step(look, next_logits, model, memory, [1, 1, 0, 1, 0, 0], [1, 8, 1, 14])


def a_source_of_one(look, next_logits):
    """A memory of one place, with large numbers."""
    step(look, next_logits, tiny(15, 10), 200 * make.numbers(1, 1, 10, start=7), [1], [3, 2])


def a_hundred_written(look, next_logits):
    """More tokens than in any sentence, the first of them unlike the rest."""
    ids = [3, 9, 0, *(7 + place % 5 for place in range(97))]
    step(look, next_logits, tiny(13, 4, 128), make.numbers(1, 3, 4, start=11), [1, 1, 1], ids)


def any_step(look, next_logits, src, tgt, vocab, start):
    """Sources, sentences and vocabularies of these sizes."""
    mask = [1, *(ids(3, start, src - 1) != 0).int().tolist()] if src > 1 else [1]
    made, memory = tiny(4 + vocab, 6), make.numbers(1, src, 6, start=start)
    step(look, next_logits, made, memory, mask, [3, *ids(4 + vocab, start, tgt).tolist()])


def whether_it_reads(look, next_logits):
    """How often the encoder runs."""
    model = tiny(17, 4)
    look.counted(look.build(look.get(model, "get_encoder")))
    step(look, next_logits, model, make.numbers(1, 3, 4), [1, 1, 1], [3, 11])


def another_memory(look, next_logits):
    """The same tokens, then one more, each time with another memory."""
    model, mask = tiny(17, 4), torch.tensor([[1, 1, 1]])
    for start, written_so_far in ((3, [3, 11]), (40, [3, 11]), (77, [3, 11, 5])):
        memory = make.numbers(1, 3, 4, start=start)
        look.call(next_logits, model, memory, mask, written_so_far)


def in_double_precision(look, next_logits):
    """A model and a memory of float64."""
    model = tiny(17, 4)
    look.build(look.get(model, "double"))
    memory = make.numbers(1, 3, 4).double()
    look.call(next_logits, model, memory, torch.tensor([[1, 1, 0]]), [3, 11, 6])


# --- greedy_by_hand ---


def other_ids(look, greedy_by_hand):
    """Another token starts, and another one ends."""
    model = configured(look, decoder_start_token_id=605, eos_token_id=647)
    written(look, look.elsewhere(greedy_by_hand), model, sentence(FRIEND), 20)


def the_end_alone(look, greedy_by_hand):
    """The first token that is written ends the sentence."""
    written(look, greedy_by_hand, configured(look, eos_token_id=627), sentence(FRIEND), 20)


def a_source_of_one_token(look, greedy_by_hand):
    """There is nothing to read but the end."""
    written(look, greedy_by_hand, small(), sentence([0]), 20)


def how_often_a_long_one_is_read(look, greedy_by_hand):
    """How often the encoder runs for ten tokens."""
    readings(look, greedy_by_hand, sentence(FRIEND), 30)


def how_often_up_to_a_limit(look, greedy_by_hand):
    """How often the encoder runs where the limit is near."""
    readings(look, greedy_by_hand, sentence(COFFEE), 9)


def a_masked_end(look, greedy_by_hand):
    """The mask hides what stands behind the sentence."""
    ids, mask = sentence([24, 599, 562, 525, 509, 3, 2, 0], [15, 79, 176, 3, 2, 0])
    mask[0, 8:] = 0
    written(look, greedy_by_hand, small(), (ids, mask), 30)


def padding_again_and_again(look, greedy_by_hand):
    """The pad token is the likeliest three times, one after the other."""
    written(look, greedy_by_hand, configured(look, pad_token_id=615), sentence(FRIEND), 30)


def padding_last(look, greedy_by_hand):
    """The pad token is what the model would write before the end."""
    written(look, greedy_by_hand, configured(look, pad_token_id=2), sentence(FRIEND), 16)


def all_below_zero(look, greedy_by_hand):
    """Every logit is far below zero."""
    model = small()
    bias = {"final_logits_bias": torch.full((1, 1083), -100.0)}
    look.build(look.get(model, "load_state_dict"), bias, False)
    written(look, greedy_by_hand, model, sentence(COFFEE), 8)


def a_limit_of_one(look, greedy_by_hand):
    """One new token."""
    written(look, greedy_by_hand, small(), sentence(COFFEE), 1)


def an_end_at_the_limit(look, greedy_by_hand):
    """The end is the last token that may be written."""
    written(look, greedy_by_hand, small(), sentence(FRIEND), 10)


def one_short_of_the_end(look, greedy_by_hand):
    """All is written but the end."""
    written(look, greedy_by_hand, small(), sentence(FRIEND), 9)


def no_end_for_long(look, greedy_by_hand):
    """A source of six tokens, of which thirty are written without an end."""
    written(look, greedy_by_hand, small(), sentence([24] * 5, [0]), 30)


# --- pair_loss ---


def translations_of_one_length(look, pair_loss):
    """Translations of one length, so that only a source is padded."""
    lost(look, pair_loss, [SLEEP, LIBRARY], ["I go to school.", "He goes to school."])


def a_long_pair_first(look, pair_loss):
    """Four pairs, the longest first, and two of them the same."""
    english = ["While I sleep, she reads a book at home.", "I swim.", "I swim.", "He went home."]
    lost(look, pair_loss, [LIBRARY, SLEEP, SLEEP, SCHOOL], english)


def nothing_but_an_end(look, pair_loss):
    """An empty translation beside another one."""
    lost(look, pair_loss, [SCHOOL, SLEEP], ["", "She sleeps at home."])


def a_very_long_translation(look, pair_loss):
    """A translation of more than 64 tokens, beside a short one."""
    lost(look, pair_loss, [SCHOOL, SLEEP], ["I go to school today. " * 14, "She sleeps."])


def an_unknown_word(look, pair_loss):
    """A translation with a word of letters that the tokenizer does not know."""
    lost(look, pair_loss, [SCHOOL, SLEEP], ["I go to 學校 today.", "She sleeps."])


def what_pairs_teach(look, pair_loss):
    """The gradient at the last norm of the encoder."""
    model, english = small(), ["She went home.", "I met a teacher at the library today."]
    norm = model
    for name in ("model", "encoder", "layers", "2", "final_layer_norm"):
        norm = look.get(norm, name)
    args = [model, small("AutoTokenizer"), [SCHOOL, LIBRARY], english]
    look.gradients(pair_loss, *args, of=norm)


CASES = {
    "load_translator-1": (
        what_it_makes_of_a_book,
        what_it_makes_of_coffee,
        where_it_pads,
        how_much_it_reads,
        what_the_model_knows,
    ),
    "translate_one-1": (
        not_to_school,
        many_spaces,
        an_end_to_read,
        letters_of_other_scripts,
    ),
    "translate_one-2": (
        no_end,
        an_end_that_is_read,
        unknown_words,
        many_tokens,
        an_end_at_once,
    ),
    "translate_many-1": (
        one_sentence_twice,
        long_and_short,
        no_end_beside_a_short_one,
        sixteen,
        one_more_than_sixteen,
        another_model,
    ),
    "translate_many-2": (other_blanks, blanks_alone, marks_alone, nothing_is_written),
    "translate_many-3": (
        as_long_as_it_may,
        one_token_too_long,
        fewer_letters_and_more_tokens,
        too_long_for_seven,
        far_too_long,
        too_long_again,
    ),
    "has_part-1": (alike_names, deep_inside, a_decoder_first, before_and_after),
    "has_part-2": (
        a_last_component,
        no_such_name,
        not_trained,
        ends_and_beginnings,
        one_layer,
        settings_of_both,
        nothing_inside,
    ),
    "count_parameters-1": (
        of_another_translator,
        of_first_components,
        of_a_decoder,
    ),
    "count_parameters-2": (
        of_what_is_not_trained,
        of_neither,
        of_very_many,
        of_alike_names,
        of_one_layer_twice,
        of_more_axes,
        of_a_part_called_other,
        of_no_module_inside,
        before_and_after_more,
        of_other_numbers,
    ),
    "next_logits-1": (
        seven_written,
        padding_at_the_start,
        a_source_of_one,
        a_hundred_written,
        *drawn(any_step, "src", "tgt", "vocab", seed=2, batches=[()]),
        whether_it_reads,
        another_memory,
        in_double_precision,
    ),
    "greedy_by_hand-1": (
        other_ids,
        the_end_alone,
        a_source_of_one_token,
        no_end_for_long,
    ),
    "greedy_by_hand-2": (how_often_a_long_one_is_read, how_often_up_to_a_limit),
    "greedy_by_hand-3": (
        a_masked_end,
        padding_again_and_again,
        padding_last,
        all_below_zero,
    ),
    "greedy_by_hand-4": (a_limit_of_one, an_end_at_the_limit, one_short_of_the_end),
    "pair_loss-1": (
        translations_of_one_length,
        a_long_pair_first,
        nothing_but_an_end,
        an_unknown_word,
        what_pairs_teach,
        a_very_long_translation,
    ),
}
