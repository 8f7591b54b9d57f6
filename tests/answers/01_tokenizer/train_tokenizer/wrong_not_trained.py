"""From the task text alone: returns the tokenizer before it is trained. [train_tokenizer.not_trained]"""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    return tokenizer
