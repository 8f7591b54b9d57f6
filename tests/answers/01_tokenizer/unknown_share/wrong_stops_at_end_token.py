"""From the task text alone: stops at the first [SEP] or [PAD]. [unknown_share.stops_at_end]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    first = tokenizer.token_to_id("[CLS]")
    special = {tokenizer.token_to_id(name) for name in ("[SEP]", "[PAD]")}
    found, total = 0, 0
    for number in ids:
        if number == first:
            continue
        if number in special:
            break
        total += 1
        if number == unknown:
            found += 1
    return found / total if total else 0.0
