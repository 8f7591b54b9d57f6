"""From the task text alone: starts and ends before the ids. [token_table.column_order]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    places = pd.DataFrame(encoding.offsets, columns=["start", "end"])
    places.insert(0, "token", encoding.tokens)
    places["id"] = encoding.ids
    return places
