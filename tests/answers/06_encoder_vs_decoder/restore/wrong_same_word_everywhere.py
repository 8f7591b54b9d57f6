"""Chooses one word for all. [restore.same_word_everywhere]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"].clone()
    logits = model(**encoded).logits
    rows, places = torch.where(ids == tokenizer.mask_token_id)
    if len(rows):
        ids[rows, places] = logits[rows[0], places[0]].argmax()
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
