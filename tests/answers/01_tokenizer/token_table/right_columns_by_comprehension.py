"""From the task text alone: two comprehensions over the offsets, assigned as columns."""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence, add_special_tokens=False)
    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"] = [start for start, _ in encoding.offsets]
    table["end"] = [end for _, end in encoding.offsets]
    return table
