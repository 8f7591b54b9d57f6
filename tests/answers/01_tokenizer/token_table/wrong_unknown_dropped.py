"""From the task text alone: leaves [UNK] out, since it is no text. [token_table.unknown_dropped]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    rows = []
    for token, number, (start, end) in zip(encoding.tokens, encoding.ids, encoding.offsets):
        if token != "[UNK]":
            rows.append((token, number, start, end))
    return pd.DataFrame(rows, columns=["token", "id", "start", "end"])
