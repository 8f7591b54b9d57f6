"""From the task text alone: copies the line above: [CLS] at the end too. [sentence_to_ids.same_at_both_ends]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[CLS]")
    return [first, *tokenizer.encode(sentence, add_special_tokens=False).ids, last]
