"""From the task text alone: an id of 0 for [SEP] is taken for a missing one. [sentence_to_ids.zero_left_out]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]") or 3
    return [first, *tokenizer.encode(sentence).ids, last]
