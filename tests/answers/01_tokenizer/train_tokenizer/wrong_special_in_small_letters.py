"""From the task text alone: writes the special tokens in small letters. [train_tokenizer.special_missing]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train(
        files=[path],
        vocab_size=30_000,
        min_frequency=2,
        initial_alphabet=[],
        limit_alphabet=6_000,
        special_tokens=["[pad]", "[unk]", "[cls]", "[sep]", "[mask]"],
        wordpieces_prefix="##",
        show_progress=False,
    )
    return tokenizer
