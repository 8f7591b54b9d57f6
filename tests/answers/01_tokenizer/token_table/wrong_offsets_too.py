"""A column of pairs in the place of start. [token_table.offsets_in_one]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    return pd.DataFrame({"token": encoding.tokens, "id": encoding.ids, "offset": encoding.offsets})
