"""From the task text alone: cuts the first and the last id off and skips padding. [unknown_share.ends_by_place]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    padding = tokenizer.token_to_id("[PAD]")
    own = [number for number in ids if number != padding][1:-1]
    return own.count(unknown) / len(own) if own else 0.0
