"""Cuts the tokens out of the sentence. [token_table.mark_removed]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    tokens = [sentence[start:end] for start, end in encoding.offsets]
    table = pd.DataFrame({"token": tokens, "id": encoding.ids})
    table["start"] = [start for start, _ in encoding.offsets]
    table["end"] = [end for _, end in encoding.offsets]
    return table
