"""Trains from an iterator over the lines of the file."""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    with open(path, encoding="utf-8") as lines:
        tokenizer.train_from_iterator(
            (line.strip() for line in lines),
            vocab_size=30_000,
            min_frequency=2,
            limit_alphabet=6_000,
            show_progress=False,
        )
    return tokenizer
