"""Fills place after place."""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"].clone()
    logits = model(**encoded).logits
    rows, places = torch.where(ids == tokenizer.mask_token_id)
    for row, place in zip(rows.tolist(), places.tolist(), strict=True):
        ids[row, place] = logits[row, place].softmax(-1).topk(1).indices[0]
    return [tokenizer.decode(row, skip_special_tokens=True) for row in ids]
