"""Puts words into the text itself."""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"].clone()
    logits = model(**encoded).logits
    rows, places = torch.where(ids == tokenizer.mask_token_id)
    words = tokenizer.convert_ids_to_tokens(logits[rows, places].argmax(-1).tolist())
    found = list(texts)
    for row, word in zip(rows.tolist(), words, strict=True):
        found[row] = found[row].replace(tokenizer.mask_token, word, 1)
    return found
