"""From the task text alone: special tokens in another order, so the ids differ. [train_tokenizer.special_order]"""
# ORDER: "[PAD]", "[MASK]", "[CLS]", "[SEP]", "[UNK]" | "[UNK]", "[PAD]", "[CLS]", "[SEP]", "[MASK]" | "[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]" | "[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]" | "[CLS]", "[PAD]", "[SEP]", "[UNK]", "[MASK]" | "[PAD]", "[CLS]", "[SEP]", "[UNK]", "[MASK]" | "[PAD]", "[UNK]", "[SEP]", "[CLS]", "[MASK]" | "[PAD]", "[UNK]", "[MASK]", "[CLS]", "[SEP]" | "[PAD]", "[CLS]", "[UNK]", "[SEP]", "[MASK]" | "[PAD]", "[CLS]", "[SEP]", "[MASK]", "[UNK]" | "[MASK]", "[SEP]", "[CLS]", "[UNK]", "[PAD]"

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
