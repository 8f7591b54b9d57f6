"""Asks for [CLS] and writes 3 for [SEP]; or the other way round. [sentence_to_ids.hardcoded_ids]"""
# IDS: 2, tokenizer.token_to_id("[SEP]") | tokenizer.token_to_id("[CLS]"), 3

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first, last = IDS
    return [first, *tokenizer.encode(sentence).ids, last]
