"""Forgets one or two of the special tokens. [train_tokenizer.special_missing]"""
# ORDER: "[PAD]", "[UNK]", "[CLS]", "[SEP]" | "[UNK]", "[CLS]", "[SEP]", "[MASK]" | "[PAD]", "[UNK]", "[MASK]" | "[CLS]", "[SEP]" | "[PAD]", "[UNK]"

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train(
        files=[path],
        vocab_size=30_000,
        min_frequency=2,
        initial_alphabet=[],
        limit_alphabet=6_000,
        special_tokens=[ORDER],
        wordpieces_prefix="##",
        show_progress=False,
    )
    return tokenizer
