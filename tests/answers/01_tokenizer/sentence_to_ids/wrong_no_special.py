"""Leaves the special tokens out. [sentence_to_ids.no_special]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    return tokenizer.encode(sentence).ids
