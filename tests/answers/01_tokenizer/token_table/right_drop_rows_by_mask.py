"""From the task text alone: builds the full table with str accessors on the offsets, filters with a boolean mask and renumbers the rows."""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)
    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    offsets = pd.Series(encoding.offsets, dtype=object)
    table["start"] = offsets.apply(lambda pair: pair[0])
    table["end"] = offsets.apply(lambda pair: pair[1])
    keep = pd.Series(encoding.special_tokens_mask, dtype=int) == 0
    return table[keep].reset_index(drop=True)
