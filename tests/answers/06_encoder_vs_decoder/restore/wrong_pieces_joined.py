"""Joins tokens itself and leaves the marks of pieces in. [restore.pieces_left]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    best = model(**encoded).logits.argmax(-1)
    ids = torch.where(ids == tokenizer.mask_token_id, best, ids)
    found = []
    for row in ids.tolist():
        words = tokenizer.convert_ids_to_tokens(row, skip_special_tokens=True)
        found.append(" ".join(words))
    return found
