"""Refuses a text without a mask, as top_words does. [restore.unmasked_refused]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    masked = ids == tokenizer.mask_token_id
    if not masked.any(dim=1).all():
        raise ValueError("there is no mask")
    ids = torch.where(masked, model(**encoded).logits.argmax(-1), ids)
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
