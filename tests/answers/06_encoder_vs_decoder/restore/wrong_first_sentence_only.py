"""Decodes the first text. [restore.first_sentence_only]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"].clone()
    logits = model(**encoded).logits
    rows, places = torch.where(ids == tokenizer.mask_token_id)
    ids[rows, places] = logits[rows, places].argmax(-1)
    return [tokenizer.decode(ids[0], skip_special_tokens=True)]
