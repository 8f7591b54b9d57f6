"""Joins tuples, so that a tuple comes out. [sentence_to_ids.not_a_list]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    return (first, *tokenizer.encode(sentence).ids, last)
