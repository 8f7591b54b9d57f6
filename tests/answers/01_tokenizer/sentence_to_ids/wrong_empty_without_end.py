"""Of an empty sentence returns [CLS] alone. [sentence_to_ids.empty]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    ids = tokenizer.encode(sentence).ids
    return [first, *ids, last] if sentence else [first]
