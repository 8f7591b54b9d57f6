"""Makes rows of dicts, so that an empty sentence has no columns. [token_table.empty_table]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)
    rows = []
    for token, number, (start, end) in zip(encoding.tokens, encoding.ids, encoding.offsets):
        rows.append({"token": token, "id": number, "start": start, "end": end})
    return pd.DataFrame(rows)
