"""From the task text alone: a list of dicts: of an empty sentence the frame has no columns. [token_table.empty_table]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence, add_special_tokens=False)

    rows = []
    for token, token_id, (start, end) in zip(encoding.tokens, encoding.ids, encoding.offsets):
        rows.append({"token": token, "id": token_id, "start": start, "end": end})
    return pd.DataFrame(rows)
