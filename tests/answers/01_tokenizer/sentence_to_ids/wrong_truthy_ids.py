"""Takes the id 0 for no id: leaves what is not true out. [sentence_to_ids.zero_left_out]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    return [number for number in [first, *tokenizer.encode(sentence).ids, last] if number]
