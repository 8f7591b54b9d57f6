"""Returns a dict of lists. [token_table.not_a_frame]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    starts = [start for start, _ in encoding.offsets]
    ends = [end for _, end in encoding.offsets]
    return {"token": encoding.tokens, "id": encoding.ids, "start": starts, "end": ends}
