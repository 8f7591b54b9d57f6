"""Returns the bare tokens. [sentence_to_ids.only_tokens]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    return tokenizer.encode(sentence).tokens
