"""Puts spaces in the place of full stops. [sentence_to_ids.punctuation_dropped]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    return [first, *tokenizer.encode(sentence.replace(".", " ")).ids, last]
