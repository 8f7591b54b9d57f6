"""From the task text alone: min_frequency=1 joins pairs that are seen once. [train_tokenizer.frequency_changed]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train(
        files=[path],
        vocab_size=30_000,
        min_frequency=1,
        initial_alphabet=[],
        limit_alphabet=6_000,
        special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"],
        wordpieces_prefix="##",
        show_progress=False,
    )
    return tokenizer
