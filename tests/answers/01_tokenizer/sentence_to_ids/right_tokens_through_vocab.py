"""From the task text alone: looks every token up in get_vocab(), the two special ones too."""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    vocab = tokenizer.get_vocab()
    tokens = tokenizer.encode_batch([sentence], add_special_tokens=False)[0].tokens
    return [vocab[token] for token in ["[CLS]"] + tokens + ["[SEP]"]]
