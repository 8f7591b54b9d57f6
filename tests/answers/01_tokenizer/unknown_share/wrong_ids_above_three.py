"""Takes every id above 4 for a token of the review, and 1 for [UNK]. [unknown_share.ids_fixed]"""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    own = [number for number in ids if number > 4 or number == 1]
    return own.count(1) / len(own) if own else 0.0
