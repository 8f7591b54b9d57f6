"""From the task text alone: only stores the pairs in a column offsets instead of start and end. [token_table.offsets_in_one]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence, add_special_tokens=False)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["offsets"] = encoding.offsets
    return table
