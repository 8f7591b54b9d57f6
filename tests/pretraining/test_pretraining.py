"""The small models: how they are trained, what they can do, and that their cards say so."""

import json
from random import Random

import pytest
import torch
from torch.nn.utils.rnn import pad_sequence
from transformers import (
    AutoModelForCausalLM,
    AutoModelForMaskedLM,
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    GPT2Config,
    GPT2LMHeadModel,
)

from nlplab.checkpoints import TWINS
from nlplab.data.small_world import pairs
from nlplab.data.stories import repeats, stories
from pretraining import cards, gap_filler, measure, storyteller, translator
from pretraining.batches import batches
from pretraining.loop import Plan, train

pytestmark = pytest.mark.slow

TRANSLATOR, GAP_FILLER, STORYTELLER = TWINS


@pytest.fixture(autouse=True, scope="module")
def one_thread():
    """On a busy machine threads that wait for each other take many times as long."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


# Training, on a tiny setting

PLAN = Plan(steps=9, learning_rate=0.01, save_every=2)
ROWS = [{"input_ids": [number % 7] * (2 + number % 4)} for number in range(20)]


def tiny() -> GPT2LMHeadModel:
    torch.manual_seed(3)
    size = {"vocab_size": 7, "n_positions": 8, "n_embd": 6, "n_layer": 1, "n_head": 2}
    return GPT2LMHeadModel(GPT2Config(**size, bos_token_id=0, eos_token_id=0))


def collate(rows):
    ids = [torch.tensor(row["input_ids"]) for row in rows]
    return {"input_ids": pad_sequence(ids, True), "labels": pad_sequence(ids, True, -100)}


def prepared():
    return batches(ROWS, collate, 3)


def stopping(after: int):
    """Batches that end like a training that somebody stops by hand."""
    for number, batch in enumerate(prepared()):
        if number == after:
            raise KeyboardInterrupt
        yield batch


def test_a_training_that_was_stopped_ends_where_it_would_have_ended(tmp_path):
    straight, stopped = tiny(), tiny()
    train(straight, prepared(), PLAN, tmp_path / "straight.pt")
    with pytest.raises(KeyboardInterrupt):
        train(stopped, stopping(after=5), PLAN, tmp_path / "stopped.pt")
    resumed = tiny()
    train(resumed, prepared(), PLAN, tmp_path / "stopped.pt")
    for name, weight in straight.state_dict().items():
        assert torch.equal(weight, resumed.state_dict()[name]), name


def test_a_training_that_is_done_is_not_done_again(tmp_path):
    train(tiny(), prepared(), PLAN, tmp_path / "state.pt")
    train(tiny(), stopping(after=0), PLAN, tmp_path / "state.pt")


def test_a_stop_while_saving_leaves_the_state_before(tmp_path, monkeypatch):
    state = tmp_path / "state.pt"
    with pytest.raises(KeyboardInterrupt):
        train(tiny(), stopping(after=3), PLAN, state)
    before = state.read_bytes()

    def half(kept, path):
        path.write_bytes(b"half")
        raise OSError("no space left")

    monkeypatch.setattr(torch, "save", half)
    with pytest.raises(OSError, match="no space"):
        train(tiny(), prepared(), PLAN, state)
    assert state.read_bytes() == before


def test_the_state_of_another_plan_is_refused(tmp_path):
    state = tmp_path / "state.pt"
    train(tiny(), prepared(), PLAN, state)
    with pytest.raises(ValueError, match="delete it"):
        train(tiny(), prepared(), Plan(steps=4, learning_rate=0.01), state)


def test_every_row_comes_once_before_one_comes_again():
    seen = [row for _, batch in zip(range(7), prepared(), strict=False) for row in batch["labels"]]
    assert len(seen) == len(ROWS)
    texts = sorted([int(i) for i in row if i >= 0] for row in seen)
    assert texts == sorted(row["input_ids"] for row in ROWS)


# What was trained


@pytest.mark.parametrize("name", TWINS)
def test_all_that_from_pretrained_reads_is_there_and_no_pickle(name):
    files = {path.name for path in TWINS[name].iterdir()}
    assert {"config.json", "model.safetensors", "tokenizer_config.json", "README.md"} <= files
    assert [file for file in files if file.endswith((".bin", ".pt", ".pkl", ".part"))] == []


def test_together_they_have_at_most_15_megabytes():
    files = [path for folder in TWINS.values() for path in folder.iterdir()]
    assert sum(path.stat().st_size for path in files) <= 15_000_000


@pytest.fixture(scope="module")
def english():
    tokenizer = AutoTokenizer.from_pretrained(TWINS[TRANSLATOR])
    model = AutoModelForSeq2SeqLM.from_pretrained(TWINS[TRANSLATOR])
    return lambda sentences, **how: measure.translate(model, tokenizer, sentences, **how)


def test_the_translator_is_a_marian_with_the_tokenizer_of_the_public_one():
    tokenizer = AutoTokenizer.from_pretrained(TWINS[TRANSLATOR])
    model = AutoModelForSeq2SeqLM.from_pretrained(TWINS[TRANSLATOR])
    assert (type(tokenizer).__name__, type(model).__name__) == ("MarianTokenizer", "MarianMTModel")
    assert tokenizer.eos_token_id == 0
    assert tokenizer.pad_token_id == len(tokenizer) - 1 == model.config.decoder_start_token_id


def test_i_go_to_school(english):
    assert english([measure.SCHOOL]) == ["I go to school."]


@pytest.mark.parametrize("stage", [0, 1, 2])
def test_new_sentences_are_translated_word_for_word(english, stage):
    held_out = pairs("held_out", 40, [stage], seed=2)
    found = english(list(held_out["korean"]), num_beams=1)
    assert sum(map(str.__eq__, found, held_out["english"])) >= 38


def test_padding_does_not_change_a_translation(english):
    sentences = list(pairs("held_out", 8, [0, 3], seed=3)["korean"])
    assert english(sentences) == [english([sentence])[0] for sentence in sentences]


@pytest.fixture(scope="module")
def guesses():
    tokenizer = AutoTokenizer.from_pretrained(TWINS[GAP_FILLER])
    model = AutoModelForMaskedLM.from_pretrained(TWINS[GAP_FILLER])
    return lambda text: measure.guess(model, tokenizer, [text])[0]


def test_go_and_went_are_among_the_five_words_for_the_gap(guesses):
    assert {"go", "went"} <= set(guesses(measure.GAP))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Yesterday I [MASK] to school.", "went"),
        ("Every day I [MASK] to school.", "go"),
        ("Every day she [MASK] to school.", "goes"),
        ("Tomorrow we will [MASK] to school.", "go"),
    ],
)
def test_the_words_around_a_gap_decide_what_fills_it(guesses, text, word):
    assert guesses(text)[0] == word


def test_the_gap_filler_keeps_capitals_and_knows_a_keyboard():
    tokenizer = AutoTokenizer.from_pretrained(TWINS[GAP_FILLER])
    assert tokenizer.tokenize("School") != tokenizer.tokenize("school")
    assert "[UNK]" not in tokenizer.tokenize("I'm @ home, #1 (50%) & <ok>?")


@pytest.fixture(scope="module")
def teller():
    tokenizer = AutoTokenizer.from_pretrained(TWINS[STORYTELLER])
    return AutoModelForCausalLM.from_pretrained(TWINS[STORYTELLER]), tokenizer


def test_a_story_goes_on_about_the_key_and_never_in_circles(teller):
    told = [measure.tell(*teller, seed) for seed in range(6)]
    assert [story for story in told if repeats(story, 6)] == []
    assert all("key" in story.removeprefix(measure.PROMPT) for story in told)


def test_like_the_public_one_the_storyteller_has_no_token_for_padding(teller):
    assert teller[1].pad_token is None
    assert teller[1].eos_token == "<|endoftext|>"


def test_any_text_survives_the_storytellers_tokenizer(teller):
    text = "It's 5° – 학교에 간다 🙂\n"
    assert teller[1].decode(teller[1](text)["input_ids"]) == text


def test_the_story_of_the_prompt_is_not_one_that_was_trained_on():
    openings = {story.partition(".")[0] for story in stories("train", 3_000)}
    assert measure.PROMPT.rstrip(".") not in openings


# What is said of it


@pytest.mark.parametrize("name", TWINS)
def test_a_card_says_what_was_measured_and_nothing_else(name):
    written = (TWINS[name] / "README.md").read_text("utf-8")
    assert written == cards.card(name, cards.read_facts()[name])


@pytest.mark.parametrize("recipe", [translator, gap_filler, storyteller])
def test_what_was_measured_belongs_to_the_recipe_and_to_the_weights(recipe):
    made = cards.read_facts()[recipe.NAME]["made"]
    assert (made["steps"], made["batch"]) == (recipe.PLAN.steps, recipe.BATCH)
    tokenizer = AutoTokenizer.from_pretrained(TWINS[recipe.NAME])
    config = json.loads((TWINS[recipe.NAME] / "config.json").read_text())
    assert made["tokens"] == len(tokenizer) == config["vocab_size"]


def test_the_figures_that_the_course_needs_were_reached():
    facts = {name: told["measured"] for name, told in cards.read_facts().items()}
    for figure in ("greedy_1", "greedy_2", "beams_1", "beams_2"):
        assert facts[TRANSLATOR][figure] >= 0.95
    assert {"go", "went"} <= set(facts[GAP_FILLER]["school"])
    assert facts[STORYTELLER]["looping"] == 0


def test_a_masked_word_is_a_whole_word():
    text, word = measure._mask_a_word("I go to school.", Random(0))
    assert text.replace("[MASK]", word) == "I go to school."
    assert word in {"I", "go", "to", "school"}
