"""Filters the rows of [UNK] out of the table. [token_table.unknown_dropped]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"] = [start for start, _ in encoding.offsets]
    table["end"] = [end for _, end in encoding.offsets]
    return table[table["id"] != tokenizer.token_to_id("[UNK]")]
