"""Raises an error for an empty sentence. [sentence_to_ids.empty]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    if not sentence:
        raise ValueError("an empty sentence")
    return [first, *tokenizer.encode(sentence).ids, last]
