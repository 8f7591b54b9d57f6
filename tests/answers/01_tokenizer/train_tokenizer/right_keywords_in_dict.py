"""From the task text alone: collects the settings in a dict, with a pathlib path."""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    from pathlib import Path

    names = [f"[{name}]" for name in ("PAD", "UNK", "CLS", "SEP", "MASK")]
    settings = {"vocab_size": 30_000, "min_frequency": 2, "initial_alphabet": []}
    settings |= {"limit_alphabet": 6_000, "special_tokens": names, "show_progress": False}
    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train([str(Path(path))], **settings)
    return tokenizer
