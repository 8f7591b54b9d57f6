"""From the task text alone: limit_alphabet=11_172 (all Hangul syllables) instead of 6,000. [train_tokenizer.alphabet_too_large]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train(
        files=path,
        vocab_size=30_000,
        min_frequency=2,
        initial_alphabet=[],
        limit_alphabet=11_172,
        special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"],
        wordpieces_prefix="##",
        show_progress=False,
    )
    return tokenizer
