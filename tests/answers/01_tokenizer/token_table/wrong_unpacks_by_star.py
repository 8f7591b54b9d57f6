"""Unpacks the pairs into two names; an empty sentence has none. [token_table.empty_crashed]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"], table["end"] = [list(side) for side in zip(*encoding.offsets)]
    return table
