"""From the task text alone: special tokens in another order ([MASK] and [UNK] change places), so the ids differ. [train_tokenizer.special_order]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train(
        files=[path],
        vocab_size=30_000,
        min_frequency=2,
        initial_alphabet=[],
        limit_alphabet=6_000,
        special_tokens=["[PAD]", "[MASK]", "[CLS]", "[SEP]", "[UNK]"],
        wordpieces_prefix="##",
        show_progress=False,
    )
    return tokenizer
