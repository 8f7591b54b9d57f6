"""Puts [SEP] first and [CLS] last. [sentence_to_ids.special_swapped]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[SEP]")
    last = tokenizer.token_to_id("[CLS]")
    return [first, *tokenizer.encode(sentence).ids, last]
