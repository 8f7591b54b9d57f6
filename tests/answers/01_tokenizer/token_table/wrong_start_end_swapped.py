"""From the task text alone: unpacks the pairs the other way round. [token_table.start_end_swapped]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    rows = [(t, i, s, e) for t, i, (e, s) in zip(encoding.tokens, encoding.ids, encoding.offsets)]
    return pd.DataFrame(rows, columns=["token", "id", "start", "end"])
