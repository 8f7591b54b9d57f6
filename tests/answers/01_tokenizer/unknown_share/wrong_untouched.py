"""The program as it is handed out. [unknown_share.untouched]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    special = {tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[PAD]")}
    found, total = 0, 0
    for number in ids:
        total += 1
        if number in special:
            continue
        if number == unknown:
            found += 1
    return found / total if total else 0.0
