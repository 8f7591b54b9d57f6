"""From the task text alone: takes [UNK] for a special token too. [unknown_share.nothing_found]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    names = ("[CLS]", "[SEP]", "[PAD]", "[UNK]")
    special = {tokenizer.token_to_id(name) for name in names}
    found, total = 0, 0
    for number in ids:
        if number in special:
            continue
        total += 1
        if number == unknown:
            found += 1
    return found / total if total else 0.0
