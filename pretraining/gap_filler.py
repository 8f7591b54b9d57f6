"""The gap filler: a small BERT, trained to find masked words in sentences and in stories."""

import re
from string import ascii_letters, digits, punctuation

from tokenizers import BertWordPieceTokenizer
from transformers import (
    BertConfig,
    BertForMaskedLM,
    BertTokenizer,
    DataCollatorForLanguageModeling,
)

from nlplab.data.stories import sentences, stories
from pretraining.batches import Row
from pretraining.loop import Plan

NAME = "bert-base-cased"
PLAN = Plan(steps=2_500, learning_rate=0.0015)
BATCH = 64

VOCABULARY = 1_500
STORIES, SENTENCES = 8_000, 60_000
LIMIT = 128  # tokens of a text
TOGETHER = 2  # sentences of a story that are read together
MASKED = 0.2  # of the tokens


def corpus() -> list[str]:
    """Texts of the training splits: single sentences, and pieces of stories."""
    return sentences("train", SENTENCES) + pieces(stories("train", STORIES))


def pieces(stories: list[str]) -> list[str]:
    """The stories, cut into pieces of a few sentences."""
    cut = [re.split(r"(?<=[.?!]) (?=[A-Z\"])", story) for story in stories]
    return [
        " ".join(story[at : at + TOGETHER])
        for story in cut
        for at in range(0, len(story), TOGETHER)
    ]


def tokenizer(texts: list[str]) -> BertTokenizer:
    """A WordPiece of these texts that keeps capitals and knows every character of a keyboard."""
    trained = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    inside = [f"a{character}" for character in ascii_letters + digits]  # of a word
    trained.train_from_iterator(
        [*texts, *inside], VOCABULARY, initial_alphabet=list(punctuation), show_progress=False
    )
    return BertTokenizer(vocab=trained.get_vocab(), do_lower_case=False, model_max_length=LIMIT)


def model(tokenizer: BertTokenizer) -> BertForMaskedLM:
    """An untrained gap filler for that vocabulary."""
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=128,
        num_hidden_layers=3,
        num_attention_heads=4,
        intermediate_size=384,
        max_position_embeddings=LIMIT,
        initializer_range=0.06,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        pad_token_id=tokenizer.pad_token_id,
    )
    return BertForMaskedLM(config)


def rows(texts: list[str], tokenizer: BertTokenizer) -> list[Row]:
    """Each text between `[CLS]` and `[SEP]`."""
    encoded = tokenizer(texts, truncation=True, return_special_tokens_mask=True)
    return [dict(zip(encoded, row, strict=True)) for row in zip(*encoded.values(), strict=True)]


def collator(tokenizer: BertTokenizer, model: BertForMaskedLM) -> DataCollatorForLanguageModeling:
    """Makes a batch of rows, and masks some of their tokens."""
    return DataCollatorForLanguageModeling(tokenizer, mlm_probability=MASKED, seed=PLAN.seed)
