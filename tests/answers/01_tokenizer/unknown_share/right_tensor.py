"""Masks of a tensor, and their mean."""

def unknown_share(tokenizer: BertWordPieceTokenizer, ids: list[int]) -> float:
    row = torch.tensor(ids, dtype=torch.long)
    special = torch.tensor([tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[PAD]")])
    own = row[~torch.isin(row, special)]
    return float((own == tokenizer.token_to_id("[UNK]")).double().mean()) if len(own) else 0.0
