"""Sets a post-processor that adds the special tokens."""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    from tokenizers.processors import BertProcessing

    first, last = (tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]"))
    tokenizer.post_processor = BertProcessing(("[SEP]", last), ("[CLS]", first))
    return tokenizer.encode(sentence).ids
