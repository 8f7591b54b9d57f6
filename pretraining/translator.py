"""The translator: a small MarianMT, trained on the Korean-English pairs of the small world."""

import io
import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas
import sentencepiece
from transformers import DataCollatorForSeq2Seq, MarianConfig, MarianMTModel, MarianTokenizer

from nlplab.data.small_world import pairs
from pretraining.batches import Row
from pretraining.loop import Plan

NAME = "Helsinki-NLP/opus-mt-ko-en"
PLAN = Plan(steps=1_500, learning_rate=0.002)
BATCH = 64

PAIRS = {0: 2_500, 1: 25_000, 2: 50_000, 3: 40_000}  # of each stage
PIECES = 600  # of each language at most
LIMIT = 128  # tokens of a sentence


def corpus() -> pandas.DataFrame:
    """Pairs of the training split: columns `korean`, `english` and `stage`."""
    return pandas.concat([pairs("train", size, [stage]) for stage, size in PAIRS.items()])


def tokenizer(texts: pandas.DataFrame) -> MarianTokenizer:
    """A sentencepiece model for each language, and one vocabulary for both.

    As in the public models `</s>` is the first token and `<pad>` the last.
    """
    models = {"source": _sentencepiece(texts["korean"]), "target": _sentencepiece(texts["english"])}
    pieces: dict[str, None] = {"</s>": None, "<unk>": None}
    for written in models.values():
        processor = sentencepiece.SentencePieceProcessor(model_proto=written)
        pieces |= dict.fromkeys(map(processor.id_to_piece, range(processor.get_piece_size())))
    ids = {piece: id for id, piece in enumerate([*pieces, "<pad>"])}
    with TemporaryDirectory() as folder:
        files = {name: Path(folder, name) for name in ("source.spm", "target.spm", "vocab.json")}
        files["source.spm"].write_bytes(models["source"])
        files["target.spm"].write_bytes(models["target"])
        files["vocab.json"].write_text(json.dumps(ids), "utf-8")
        return MarianTokenizer(
            *map(str, files.values()), source_lang="ko", target_lang="en", model_max_length=LIMIT
        )


def model(tokenizer: MarianTokenizer) -> MarianMTModel:
    """An untrained translator for that vocabulary."""
    config = MarianConfig(
        vocab_size=len(tokenizer),
        d_model=128,
        encoder_layers=3,
        decoder_layers=3,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=384,
        decoder_ffn_dim=384,
        max_position_embeddings=LIMIT,
        activation_function="swish",
        dropout=0.0,
        scale_embedding=True,
        pad_token_id=tokenizer.pad_token_id,
        eos_token_id=tokenizer.eos_token_id,
        decoder_start_token_id=tokenizer.pad_token_id,
        forced_eos_token_id=tokenizer.eos_token_id,
    )
    made = MarianMTModel(config)
    made.generation_config.num_beams = 4  # several, as in the public model
    made.generation_config.max_length = LIMIT
    made.generation_config.bad_words_ids = [[tokenizer.pad_token_id]]
    return made


def rows(texts: pandas.DataFrame, tokenizer: MarianTokenizer) -> list[Row]:
    """Each pair as the model reads it: `input_ids`, `attention_mask` and `labels`."""
    encoded = tokenizer(list(texts["korean"]), text_target=list(texts["english"]))
    return [dict(zip(encoded, row, strict=True)) for row in zip(*encoded.values(), strict=True)]


def collator(tokenizer: MarianTokenizer, model: MarianMTModel) -> DataCollatorForSeq2Seq:
    """Makes a batch of rows."""
    return DataCollatorForSeq2Seq(tokenizer, model)


def _sentencepiece(texts: Iterable[str]) -> bytes:
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=written,
        vocab_size=PIECES,
        hard_vocab_limit=False,
        character_coverage=1.0,
        bos_id=-1,
        num_threads=1,
        minloglevel=2,
    )
    return written.getvalue()
