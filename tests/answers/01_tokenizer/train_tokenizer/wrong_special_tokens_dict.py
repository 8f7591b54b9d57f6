"""From the task text alone: gives the special tokens as a dict of token to id. [check.crashed]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train(
        files=[path],
        vocab_size=30_000,
        min_frequency=2,
        initial_alphabet=[],
        limit_alphabet=6_000,
        special_tokens={"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "[MASK]": 4},
        wordpieces_prefix="##",
        show_progress=False,
    )
    return tokenizer
