"""Reads the last pair before anything else, which an empty sentence does not have. [token_table.empty_crashed]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    length = encoding.offsets[-1][1]
    rows = [(t, i, s, min(e, length)) for t, i, (s, e) in zip(encoding.tokens, encoding.ids, encoding.offsets)]
    return pd.DataFrame(rows, columns=["token", "id", "start", "end"])
