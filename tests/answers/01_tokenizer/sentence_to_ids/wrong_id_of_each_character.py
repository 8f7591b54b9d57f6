"""From the task text alone: looks characters up instead of tokens. [sentence_to_ids.characters]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")
    return [first, *[tokenizer.token_to_id(letter) for letter in sentence], last]
