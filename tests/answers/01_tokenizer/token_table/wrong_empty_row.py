"""From the task text alone: returns a row of nothing for an empty sentence. [token_table.empty_row]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    columns = ["token", "id", "start", "end"]
    if not encoding.tokens:
        return pd.DataFrame([["", 0, 0, 0]], columns=columns)
    rows = [(t, i, s, e) for t, i, (s, e) in zip(encoding.tokens, encoding.ids, encoding.offsets)]
    return pd.DataFrame(rows, columns=columns)
