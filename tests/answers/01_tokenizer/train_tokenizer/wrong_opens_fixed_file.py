"""From the task text alone: opens a file of a fixed name to train from its lines. [train_tokenizer.no_file, check.crashed]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    with open("reviews.txt", encoding="utf-8") as lines:
        tokenizer.train_from_iterator(lines, min_frequency=2, limit_alphabet=6_000)
    return tokenizer
