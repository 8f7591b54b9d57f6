"""The storyteller: a small GPT-2, trained on short stories and single sentences."""

import json
from collections.abc import Callable

import torch
from tokenizers import ByteLevelBPETokenizer
from torch.nn.utils.rnn import pad_sequence
from transformers import GPT2Config, GPT2LMHeadModel, GPT2Tokenizer

from nlplab.data.stories import sentences, stories
from pretraining.batches import Batch, Row
from pretraining.loop import Plan

NAME = "gpt2"
PLAN = Plan(steps=4_000, learning_rate=0.003)
BATCH = 16

VOCABULARY = 1_600  # 256 bytes, their merges, and the end
STORIES, SENTENCES = 24_000, 3_000
LIMIT = 256  # tokens of a text
END = "<|endoftext|>"


def corpus() -> list[str]:
    """Texts of the training splits."""
    return stories("train", STORIES) + sentences("train", SENTENCES)


def tokenizer(texts: list[str]) -> GPT2Tokenizer:
    """A byte-level BPE of these texts. Like the public GPT-2 it has no token for padding."""
    trained = ByteLevelBPETokenizer()
    trained.train_from_iterator(texts, VOCABULARY, special_tokens=[END], show_progress=False)
    learned = json.loads(trained.to_str())["model"]
    return GPT2Tokenizer(
        vocab=learned["vocab"],
        merges=[tuple(pair) for pair in learned["merges"]],
        model_max_length=LIMIT,
    )


def model(tokenizer: GPT2Tokenizer) -> GPT2LMHeadModel:
    """An untrained storyteller for that vocabulary."""
    end = tokenizer.eos_token_id
    config = GPT2Config(
        vocab_size=len(tokenizer),
        n_positions=LIMIT,
        n_embd=128,
        n_layer=3,
        n_head=4,
        initializer_range=0.06,
        resid_pdrop=0.0,
        embd_pdrop=0.0,
        attn_pdrop=0.0,
        bos_token_id=end,
        eos_token_id=end,
    )
    return GPT2LMHeadModel(config)


def rows(texts: list[str], tokenizer: GPT2Tokenizer) -> list[Row]:
    """Each text from its first token, and after its last one the end."""
    encoded = tokenizer(texts, truncation=True, max_length=LIMIT - 1)["input_ids"]
    return [{"input_ids": [*ids, tokenizer.eos_token_id]} for ids in encoded]


def collator(tokenizer: GPT2Tokenizer, model: GPT2LMHeadModel) -> Callable[[list[Row]], Batch]:
    """Makes a batch of rows; what fills a short one up is neither read nor to be foretold."""

    def collate(rows: list[Row]) -> Batch:
        ids = [torch.tensor(row["input_ids"]) for row in rows]
        return {
            "input_ids": pad_sequence(ids, True, tokenizer.eos_token_id),
            "attention_mask": pad_sequence([torch.ones_like(row) for row in ids], True, 0),
            "labels": pad_sequence(ids, True, -100),
        }

    return collate
