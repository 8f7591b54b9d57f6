"""From the task text alone: turns words to lower case as it goes. [sentence_to_ids.lowercased]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    first = tokenizer.token_to_id("[CLS]")
    last = tokenizer.token_to_id("[SEP]")

    ids = []
    for word in sentence.split():
        ids.extend(tokenizer.encode(word.casefold()).ids)
    return [first, *ids, last]
