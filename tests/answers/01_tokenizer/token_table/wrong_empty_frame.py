"""Returns a frame without columns for an empty sentence. [token_table.empty_table]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    if not encoding.tokens:
        return pd.DataFrame()
    rows = [(t, i, s, e) for t, i, (s, e) in zip(encoding.tokens, encoding.ids, encoding.offsets)]
    return pd.DataFrame(rows, columns=["token", "id", "start", "end"])
