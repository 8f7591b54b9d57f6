"""Finds each token with its ##, which is nowhere: -1. [token_table.searched]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    table = pd.DataFrame({"token": encoding.tokens, "id": encoding.ids})
    table["start"] = [sentence.find(token) for token in encoding.tokens]
    table["end"] = [sentence.find(token) + len(token) for token in encoding.tokens]
    return table
