"""Adds the special tokens in the text and around the ids. [sentence_to_ids.special_twice]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    ids = tokenizer.encode("[CLS] " + sentence + " [SEP]").ids
    return [tokenizer.token_to_id("[CLS]")] + ids + [tokenizer.token_to_id("[SEP]")]
