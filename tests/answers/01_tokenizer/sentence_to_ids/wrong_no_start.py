"""From the task text alone: ends the sentence with [SEP] and does not begin it. [sentence_to_ids.no_start]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    return [*tokenizer.encode(sentence).ids, last]
