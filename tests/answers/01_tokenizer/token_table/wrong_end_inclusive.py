"""Takes end for the last character itself. [token_table.end_inclusive]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)
    rows = [(t, i, s, e - 1) for t, i, (s, e) in zip(encoding.tokens, encoding.ids, encoding.offsets)]
    return pd.DataFrame(rows, columns=["token", "id", "start", "end"])
