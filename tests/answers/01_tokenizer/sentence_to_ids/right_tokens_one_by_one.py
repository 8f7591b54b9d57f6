"""Looks every token up by itself."""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    tokens = ["[CLS]"] + tokenizer.encode(sentence).tokens + ["[SEP]"]
    return [tokenizer.token_to_id(token) for token in tokens]
