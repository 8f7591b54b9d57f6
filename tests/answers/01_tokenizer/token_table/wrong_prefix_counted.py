"""Counts the ## as characters of the sentence. [token_table.prefix_counted]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)
    ends = pd.Series([len(token) for token in encoding.tokens], dtype=int).cumsum()
    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"] = ends.shift(fill_value=0)
    table["end"] = ends
    return table
