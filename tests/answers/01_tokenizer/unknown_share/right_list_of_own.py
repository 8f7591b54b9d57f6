"""Collects the review's own ids in a list and counts in it."""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    special = {tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[PAD]")}
    own = [number for number in ids if number not in special]
    return own.count(unknown) / len(own) if own else 0.0
