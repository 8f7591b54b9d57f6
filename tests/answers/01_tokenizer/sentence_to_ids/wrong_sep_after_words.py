"""From the task text alone: puts a [SEP] after every word. [sentence_to_ids.sep_after_words]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    ids = [first]
    for word in sentence.split():
        ids += [*tokenizer.encode(word).ids, last]
    return ids if sentence else [first, last]
