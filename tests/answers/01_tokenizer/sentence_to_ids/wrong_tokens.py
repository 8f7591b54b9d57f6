"""Returns tokens in place of ids. [sentence_to_ids.tokens_not_ids]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    return ["[CLS]", *tokenizer.encode(sentence).tokens, "[SEP]"]
