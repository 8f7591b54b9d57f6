"""Writes break for continue: stops at the first special token. [unknown_share.nothing_found]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    special = {tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[PAD]")}
    found, total = 0, 0
    for number in ids:
        if number in special:
            break
        total += 1
        if number == unknown:
            found += 1
    return found / total if total else 0.0
