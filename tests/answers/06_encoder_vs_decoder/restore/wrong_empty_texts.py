"""From the task text alone: a list of empty texts only counts as an empty list. [restore.empty_texts_gone]"""

@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not any(texts):
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    best = model(**encoded).logits.argmax(-1)
    filled = torch.where(ids == tokenizer.mask_token_id, best, ids)
    return tokenizer.batch_decode(filled, skip_special_tokens=True)
