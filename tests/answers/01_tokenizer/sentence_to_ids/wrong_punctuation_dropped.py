"""From the task text alone: takes punctuation out first. [sentence_to_ids.punctuation_dropped]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    kept = "".join(letter for letter in sentence if letter.isalnum() or letter.isspace())
    return [first, *tokenizer.encode(kept).ids, last]
