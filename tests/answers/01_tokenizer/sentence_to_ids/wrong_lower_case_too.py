"""From the task text alone: lower-cases the sentence before encoding it. [sentence_to_ids.lowercased]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")
    return [first, *tokenizer.encode(sentence.strip().lower()).ids, last]
