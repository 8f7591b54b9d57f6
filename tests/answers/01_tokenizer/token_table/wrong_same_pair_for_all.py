"""From the task text alone: assigns the first pair to whole columns. [token_table.one_pair_for_all, token_table.empty_crashed: value]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    start, end = encoding.offsets[0]
    table["start"] = start
    table["end"] = end
    return table
