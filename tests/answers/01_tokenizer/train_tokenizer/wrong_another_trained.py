"""From the task text alone: trains one tokenizer and returns another. [train_tokenizer.not_trained]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train(path, min_frequency=2, limit_alphabet=6_000, show_progress=False)
    return BertWordPieceTokenizer(lowercase=False, strip_accents=False)
