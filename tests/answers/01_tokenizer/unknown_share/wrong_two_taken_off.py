"""From the task text alone: takes 2 off for [CLS] and [SEP], so that padding still counts. [unknown_share.padding_counted]"""

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
    return found / (total - 2) if total > 2 else 0.0
