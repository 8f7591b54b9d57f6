"""From the task text alone: zip(*offsets) cannot be unpacked for an empty sentence: crashes. [token_table.empty_crashed]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence, add_special_tokens=False)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    starts, ends = zip(*encoding.offsets)
    table["start"] = starts
    table["end"] = ends
    return table
