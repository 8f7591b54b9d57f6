"""Trains on the path itself, as if it were the text. [train_tokenizer.path_as_text]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train_from_iterator([path], min_frequency=2, limit_alphabet=6_000, show_progress=False)
    return tokenizer
