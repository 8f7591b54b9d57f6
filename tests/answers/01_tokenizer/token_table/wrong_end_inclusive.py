"""From the task text alone: takes end to be the last character itself and subtracts one. [token_table.end_inclusive]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence, add_special_tokens=False)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"] = [start for start, _ in encoding.offsets]
    table["end"] = [end - 1 for _, end in encoding.offsets]
    return table
