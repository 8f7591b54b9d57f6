"""Looks words up, with [UNK] for what is not there. [sentence_to_ids.words]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    unknown = tokenizer.token_to_id("[UNK]")
    vocabulary = tokenizer.get_vocab()
    return [first, *[vocabulary.get(word, unknown) for word in sentence.split()], last]
