"""From the task text alone: returns an empty list for an empty sentence. [sentence_to_ids.empty]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")
    ids = tokenizer.encode(sentence, add_special_tokens=False).ids
    if not ids:
        return []
    return [first, *ids, last]
