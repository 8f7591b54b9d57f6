"""Returns the bare tokens. [sentence_to_ids.tokens_not_ids]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    return tokenizer.encode(sentence).tokens
