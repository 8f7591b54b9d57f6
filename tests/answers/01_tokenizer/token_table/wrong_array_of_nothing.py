"""From the task text alone: takes columns of an array, which has none for an empty sentence. [token_table.empty_crashed]"""

def token_table(tokenizer: BertWordPieceTokenizer, sentence: str) -> pd.DataFrame:
    encoding = tokenizer.encode(sentence)

    places = torch.tensor(encoding.offsets)
    return pd.DataFrame(
        {
            "token": encoding.tokens,
            "id": encoding.ids,
            "start": places[:, 0].tolist(),
            "end": places[:, 1].tolist(),
        }
    )
