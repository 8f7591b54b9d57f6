"""From the task text alone: writes 2 and 3 instead of asking token_to_id. [sentence_to_ids.hardcoded_ids]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = 3
    return [first, *tokenizer.encode(sentence, add_special_tokens=False).ids, last]
