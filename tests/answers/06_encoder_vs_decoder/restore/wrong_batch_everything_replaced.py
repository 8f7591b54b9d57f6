"""Fills the gaps of a single text, but replaces every token of a batch. [restore.everything_replaced]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    best = model(**encoded).logits.argmax(-1)
    if len(texts) == 1:
        best = torch.where(ids == tokenizer.mask_token_id, best, ids)
    return tokenizer.batch_decode(best, skip_special_tokens=True)
