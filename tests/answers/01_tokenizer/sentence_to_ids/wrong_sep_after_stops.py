"""From the task text alone: puts a [SEP] after every full stop inside the text, not only at the end. [sentence_to_ids.sep_inside]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")
    ids = [first]
    for part in sentence.replace(". ", ".\n").split("\n"):
        ids += tokenizer.encode(part).ids
        ids.append(last)
    return ids
