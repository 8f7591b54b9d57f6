"""Encodes the sentence letter by letter. [sentence_to_ids.characters]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    ids = [number for letter in sentence for number in tokenizer.encode(letter).ids]
    return [first, *ids, last]
