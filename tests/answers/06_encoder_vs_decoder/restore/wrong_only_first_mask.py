"""Fills the first of each text. [restore.only_first_mask]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"].clone()
    logits = model(**encoded).logits
    rows, places = torch.where(ids == tokenizer.mask_token_id)
    for row in range(len(texts)):
        found = places[rows == row]
        if len(found):
            ids[row, found[0]] = logits[row, found[0]].argmax()
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
