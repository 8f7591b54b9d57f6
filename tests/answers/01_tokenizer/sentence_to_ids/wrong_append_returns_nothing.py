"""From the task text alone: returns what append returns. [check.none]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    ids = [first, *tokenizer.encode(sentence).ids]
    return ids.append(last)
