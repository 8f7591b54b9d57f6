"""Gives back the very string where nothing was masked and decodes only the others."""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    logits = model(**encoded).logits

    masked = ids == tokenizer.mask_token_id
    filled = ids.clone()
    filled[masked] = logits[masked].argmax(-1)
    whole = tokenizer.batch_decode(filled, skip_special_tokens=True)
    return [
        new if has_mask else old
        for old, new, has_mask in zip(texts, whole, masked.any(dim=1).tolist(), strict=True)
    ]
