"""From the task text alone: first and last id are cut off as if [CLS] and [SEP]. [sentence_to_ids.words_trimmed]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")
    return [first, *tokenizer.encode(sentence).ids[1:-1], last]
