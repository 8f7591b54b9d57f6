"""From the task text alone: sentence.index of each token, which crashes for ##. [check.crashed]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"] = [sentence.index(token) for token in encoding.tokens]
    table["end"] = [sentence.index(token) + len(token) for token in encoding.tokens]
    return table
