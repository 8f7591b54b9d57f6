"""From the task text alone: looks words up, cut at spaces, so that most are not in the vocabulary. [sentence_to_ids.words]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    return [first, *[tokenizer.token_to_id(word) for word in sentence.split()], last]
