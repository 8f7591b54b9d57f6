"""Counts in the total only what is known: [UNK] to the rest. [unknown_share.unknown_to_known]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    special = {tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[PAD]")}
    found, total = 0, 0
    for number in ids:
        if number in special:
            continue
        if number == unknown:
            found += 1
            continue
        total += 1
    return found / total if total else 0.0
