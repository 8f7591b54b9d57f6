"""Adds up the lengths of the pieces and forgets spaces. [token_table.spaces_forgotten]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)
    rows, place = [], 0
    for token, number in zip(encoding.tokens, encoding.ids):
        length = len(token.removeprefix("##"))
        rows.append((token, number, place, place + length))
        place += length
    return pd.DataFrame(rows, columns=["token", "id", "start", "end"])
