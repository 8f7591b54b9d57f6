"""Writes the ids 2 and 3 into the code. [sentence_to_ids.hardcoded_ids]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    return [2, *tokenizer.encode(sentence).ids, 3]
