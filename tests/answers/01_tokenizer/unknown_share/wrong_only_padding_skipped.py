"""From the task text alone: leaves padding out, and nothing else. [unknown_share.ends_counted]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    special = tokenizer.token_to_id("[PAD]")
    found, total = 0, 0
    for number in ids:
        if number == special:
            continue
        total += 1
        if number == unknown:
            found += 1
    return found / total if total else 0.0
