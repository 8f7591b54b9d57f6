"""From the task text alone: puts the tokens (strings) between the two ids. [sentence_to_ids.tokens_not_ids]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")
    return [first, *tokenizer.encode(sentence, add_special_tokens=False).tokens, last]
