"""Scatters the best into the mask."""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"].clone()
    logits = model(**encoded).logits
    rows, places = torch.where(ids == tokenizer.mask_token_id)
    masked = ids == tokenizer.mask_token_id
    ids = ids.masked_scatter(masked, logits[masked].argmax(-1))
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
