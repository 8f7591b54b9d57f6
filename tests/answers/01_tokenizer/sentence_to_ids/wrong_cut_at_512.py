"""From the task text alone: long sentences are cut to 512 ids. [sentence_to_ids.cut_off]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")
    return [first, *tokenizer.encode(sentence).ids[:510], last]
