"""Counts every id once, then takes the special ones off."""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    counts = Counter(ids)
    for name in ("[CLS]", "[SEP]", "[PAD]"):
        counts.pop(tokenizer.token_to_id(name), None)
    total = sum(counts.values())
    return 0.0 if total == 0 else counts[tokenizer.token_to_id("[UNK]")] / total
