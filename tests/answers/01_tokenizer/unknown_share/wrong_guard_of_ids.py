"""Asks whether there are ids, not whether one of them counts. [unknown_share.empty]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    special = {tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[PAD]")}
    found, total = 0, 0
    for number in ids:
        if number in special:
            continue
        total += 1
        if number == unknown:
            found += 1
    return found / total if ids else 0.0
