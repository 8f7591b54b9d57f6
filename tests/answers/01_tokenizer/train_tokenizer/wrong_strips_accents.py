"""From the task text alone: strip_accents=True: Hangul falls apart into jamo. [train_tokenizer.accents_stripped]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=True)
    tokenizer.train(
        files=[path],
        vocab_size=30_000,
        min_frequency=2,
        initial_alphabet=[],
        limit_alphabet=6_000,
        special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"],
        wordpieces_prefix="##",
        show_progress=False,
    )
    return tokenizer
