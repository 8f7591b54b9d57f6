"""Removes special ids from the list that came in. [unknown_share.list_changed]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    unknown = tokenizer.token_to_id("[UNK]")
    special = {tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[PAD]")}
    for number in special:
        while number in ids:
            ids.remove(number)
    return ids.count(unknown) / len(ids) if ids else 0.0
