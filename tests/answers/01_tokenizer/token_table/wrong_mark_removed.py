"""From the task text alone: takes the ## off the tokens. [token_table.mark_removed]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    tokens = [token.removeprefix("##") for token in encoding.tokens]
    table = pd.DataFrame({"token": tokens, "id": encoding.ids})
    table["start"] = [start for start, _ in encoding.offsets]
    table["end"] = [end for _, end in encoding.offsets]
    return table
