"""From the task text alone: an [UNK] with id 0 is taken for missing. [unknown_share.zero_missing]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]") or 1
    special = {tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[PAD]")}
    found, total = 0, 0
    for number in ids:
        if number in special:
            continue
        total += 1
        if number == unknown:
            found += 1
    return found / total if total else 0.0
