"""min_frequency=3 leaves pairs alone that are seen twice. [train_tokenizer.rare_pairs_left]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train(
        files=[path],
        vocab_size=30_000,
        min_frequency=3,
        initial_alphabet=[],
        limit_alphabet=6_000,
        special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"],
        wordpieces_prefix="##",
        show_progress=False,
    )
    return tokenizer
