"""Hands over the text as one long string instead of a file. [train_tokenizer.no_file]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    text = open(path, encoding="utf-8").read()
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train(
        files=[text],
        vocab_size=30_000,
        min_frequency=2,
        initial_alphabet=[],
        limit_alphabet=6_000,
        special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"],
        wordpieces_prefix="##",
        show_progress=False,
    )
    return tokenizer
