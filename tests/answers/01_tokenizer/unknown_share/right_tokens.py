"""Looks at the tokens' names, not at their ids."""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    names = map(tokenizer.id_to_token, ids)
    own = [name for name in names if name not in ("[CLS]", "[SEP]", "[PAD]")]
    return sum(name == "[UNK]" for name in own) / max(len(own), 1)
