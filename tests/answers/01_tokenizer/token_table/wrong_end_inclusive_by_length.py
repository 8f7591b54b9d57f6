"""Counts the last character as the end, from the length of the piece. [token_table.end_inclusive]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    rows = [(t, i, s, s + e - s - 1) for t, i, (s, e) in zip(encoding.tokens, encoding.ids, encoding.offsets)]
    return pd.DataFrame(rows, columns=["token", "id", "start", "end"])
