"""Begins the sentence and does not end it. [sentence_to_ids.no_end]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    return [first, *tokenizer.encode(sentence).ids]
