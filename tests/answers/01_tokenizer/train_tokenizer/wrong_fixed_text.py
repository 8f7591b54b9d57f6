"""Trains on lines that it has of its own. [train_tokenizer.path_as_text]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    lines = ["path", "lines of text", "path"]
    tokenizer.train_from_iterator(lines, min_frequency=2, limit_alphabet=6_000, show_progress=False)
    return tokenizer
