"""From the task text alone: lowercase=True, which strips accents as well where strip_accents is not given. [train_tokenizer.accents_stripped, train_tokenizer.lowercased]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=True)
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
