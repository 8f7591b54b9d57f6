"""Assigns the second of the pair to start. [token_table.start_end_swapped]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"] = [pair[1] for pair in encoding.offsets]
    table["end"] = [pair[0] for pair in encoding.offsets]
    return table
