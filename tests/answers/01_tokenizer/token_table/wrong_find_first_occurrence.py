"""From the task text alone: searches the piece in the sentence: a token that occurs twice gets the first place both times. [token_table.first_occurrence]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence, add_special_tokens=False)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    plain = table["token"].str.removeprefix("##") if len(table) else table["token"]
    table["start"] = [sentence.find(piece) for piece in plain]
    table["end"] = [sentence.find(piece) + len(piece) for piece in plain]
    return table
