"""From the task text alone: end is start plus the length of the token, ## and all. [token_table.prefix_counted]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)
    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"] = [start for start, _ in encoding.offsets]
    table["end"] = [
        start + len(token)
        for token, (start, _) in zip(encoding.tokens, encoding.offsets, strict=True)
    ]
    return table
