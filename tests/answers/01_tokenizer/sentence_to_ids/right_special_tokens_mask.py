"""From the task text alone: encodes as usual, then drops what special_tokens_mask marks as added."""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")
    encoding = tokenizer.encode(sentence)
    ids = []
    for token_id, special in zip(encoding.ids, encoding.special_tokens_mask):
        if not special:
            ids.append(token_id)
    return [first, *ids, last]
