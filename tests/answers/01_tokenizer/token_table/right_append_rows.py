"""Grows the table one row after the other."""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)
    table = pd.DataFrame(columns=["token", "id", "start", "end"])
    for number, token in enumerate(encoding.tokens):
        start, end = encoding.offsets[number]
        table.loc[number] = [token, encoding.ids[number], start, end]
    return table
