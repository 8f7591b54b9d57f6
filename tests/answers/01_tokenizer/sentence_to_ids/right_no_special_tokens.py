"""From the task text alone: fills the gaps; switches the tokenizer's own special tokens off."""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")
    return [first, *tokenizer.encode(sentence, add_special_tokens=False).ids, last]
