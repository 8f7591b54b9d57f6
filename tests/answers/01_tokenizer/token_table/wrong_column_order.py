"""Puts the id first. [token_table.column_order]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)
    starts = [start for start, end in encoding.offsets]
    ends = [end for start, end in encoding.offsets]
    return pd.DataFrame({"id": encoding.ids, "token": encoding.tokens, "start": starts, "end": ends})
