"""What the small models can do, measured on text that they were not trained on."""

import re
from collections.abc import Sequence
from pathlib import Path
from random import Random

import torch
from transformers import (
    AutoModelForCausalLM,
    AutoModelForMaskedLM,
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
)

from nlplab.data.small_world import STAGES, pairs
from nlplab.data.stories import repeats, sentences, stories
from pretraining import gap_filler, storyteller, translator

SEED = 1  # of the held-out texts
PAIRS = 200  # of each stage
SENTENCES, STORIES, CONTINUATIONS = 1_000, 300, 50
SCHOOL = "나는 학교에 간다."
GAP = "I [MASK] to school."
PROMPT = "Once upon a time in a small village, a curious child found a mysterious key."

Figures = dict[str, object]


def measure_translator(folder: Path) -> Figures:
    """Exact match of each stage with one beam and with several, and one sentence."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForSeq2SeqLM.from_pretrained(folder)
    figures: Figures = {}
    for stage in STAGES:
        held_out = pairs("held_out", PAIRS, [stage], SEED)
        for how, beams in (("greedy", 1), ("beams", model.generation_config.num_beams)):
            found = translate(model, tokenizer, list(held_out["korean"]), num_beams=beams)
            right = sum(map(str.__eq__, found, held_out["english"]))
            figures[f"{how}_{stage}"] = round(right / PAIRS, 3)
    figures["school"] = translate(model, tokenizer, [SCHOOL])[0]
    return figures


def translate(model, tokenizer, sentences: Sequence[str], **how) -> list[str]:
    """The sentences in English, a hundred at a time."""
    found: list[str] = []
    for start in range(0, len(sentences), 100):
        encoded = tokenizer(sentences[start : start + 100], padding=True, return_tensors="pt")
        ids = model.generate(**encoded, **how)
        found += tokenizer.batch_decode(ids, skip_special_tokens=True)
    return found


def measure_gap_filler(folder: Path) -> Figures:
    """How often the masked word is the first guess, or among five; the guesses for one gap."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForMaskedLM.from_pretrained(folder)
    draw = Random(SEED)
    held_out = {
        "sentences": sentences("held_out", SENTENCES, SEED),
        "stories": draw.sample(gap_filler.pieces(stories("held_out", STORIES, SEED)), SENTENCES),
    }
    figures: Figures = {}
    for kind, texts in held_out.items():
        masked = [_mask_a_word(text, draw) for text in texts]
        guesses = guess(model, tokenizer, [text for text, _ in masked])
        first = [words[0] == word for words, (_, word) in zip(guesses, masked, strict=True)]
        among = [word in words for words, (_, word) in zip(guesses, masked, strict=True)]
        figures[f"{kind}_first"] = round(sum(first) / len(first), 3)
        figures[f"{kind}_five"] = round(sum(among) / len(among), 3)
    figures["school"] = guess(model, tokenizer, [GAP])[0]
    return figures


def guess(model, tokenizer, texts: Sequence[str], top_k: int = 5) -> list[list[str]]:
    """For the one `[MASK]` of each text its likeliest words."""
    found: list[list[str]] = []
    for text in texts:
        encoded = tokenizer(text, return_tensors="pt")
        with torch.no_grad():
            logits = model(**encoded).logits[0]
        at = encoded["input_ids"][0].tolist().index(tokenizer.mask_token_id)
        found.append(tokenizer.convert_ids_to_tokens(logits[at].topk(top_k).indices.tolist()))
    return found


def _mask_a_word(text: str, draw: Random) -> tuple[str, str]:
    """The text with `[MASK]` for one of its words, and that word."""
    word = draw.choice(list(re.finditer(r"[A-Za-z]+", text)))
    return f"{text[: word.start()]}[MASK]{text[word.end() :]}", word[0]


def measure_storyteller(folder: Path) -> Figures:
    """Perplexity of held-out stories, and how the prompt is continued with sampling (top-p)."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder)
    rows = storyteller.rows(stories("held_out", STORIES, SEED), tokenizer)
    ids = [torch.tensor([row["input_ids"]]) for row in rows]
    with torch.no_grad():
        losses = [model(row, labels=row).loss * (row.shape[1] - 1) for row in ids]
    mean = sum(losses) / sum(row.shape[1] - 1 for row in ids)
    told = [tell(model, tokenizer, seed) for seed in range(CONTINUATIONS)]
    return {
        "perplexity": round(float(mean.exp()), 2),
        "looping": sum(repeats(story, 6) for story in told),
        "key_again": sum(bool(re.search(r"\bkey\b", story[len(PROMPT) :])) for story in told),
        "name_again": sum(_names_again(story) for story in told),
        "example": told[0],
    }


def tell(model, tokenizer, seed: int, prompt: str = PROMPT, tokens: int = 64) -> str:
    """The prompt and `tokens` tokens that are sampled from the likeliest nine tenths (top-p)."""
    torch.manual_seed(seed)
    encoded = tokenizer(prompt, return_tensors="pt")
    how = {"do_sample": True, "top_p": 0.9, "top_k": 0, "pad_token_id": tokenizer.eos_token_id}
    ids = model.generate(**encoded, max_new_tokens=tokens, **how)
    return tokenizer.decode(ids[0], skip_special_tokens=True)


def _names_again(story: str) -> bool:
    """Whether the child gets a name and the story comes back to it."""
    named = re.search(r"(?:name was|called(?: the \w+)?) ([A-Z]\w+)", story)
    return named is not None and named[1] in story[named.end() :]


MEASURES = {
    translator.NAME: measure_translator,
    gap_filler.NAME: measure_gap_filler,
    storyteller.NAME: measure_storyteller,
}
