"""From the task text alone: returns a list of tuples. [token_table.not_a_frame]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    rows = zip(encoding.tokens, encoding.ids, encoding.offsets)
    return [(token, number, start, end) for token, number, (start, end) in rows]
