"""From the task text alone: the sentence is normalised (NFKC) first. [sentence_to_ids.normalised]"""

import unicodedata


def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")
    clean = unicodedata.normalize("NFKC", sentence)
    return [first, *tokenizer.encode(clean).ids, last]
