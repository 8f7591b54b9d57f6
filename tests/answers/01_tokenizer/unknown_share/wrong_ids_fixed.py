"""From the task text alone: writes the ids 0 to 3 into the code. [unknown_share.ids_fixed]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    own = [number for number in ids if number not in (0, 2, 3)]
    return own.count(1) / len(own) if own else 0.0
