"""From the task text alone: keeps names instead of ids in `special`, so that nothing is skipped. [unknown_share.untouched]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    special = ("[CLS]", "[SEP]", "[PAD]")
    found, total = 0, 0
    for number in ids:
        if number in special:
            continue
        total += 1
        if number == unknown:
            found += 1
    return found / total if total else 0.0
