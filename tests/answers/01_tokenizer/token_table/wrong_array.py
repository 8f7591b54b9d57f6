"""Returns the values of the frame. [token_table.not_a_frame]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"] = [start for start, _ in encoding.offsets]
    table["end"] = [end for _, end in encoding.offsets]
    return table.to_numpy().tolist()
