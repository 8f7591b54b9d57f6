"""Makes two frames and joins them side by side."""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)
    places = pd.DataFrame(encoding.offsets, columns=["start", "end"])
    tokens = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    return pd.concat([tokens, places], axis=1)
